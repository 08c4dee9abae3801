import { dutch, english, french, german } from './names';

/** A town that post goes to: `region` where a country's addresses have one (ISO 3166-2 without the country). */
type Town = readonly [city: string, postalCode: string, region?: string];

export type Place = {
  country: string;
  currency: 'USD' | 'EUR' | 'GBP';
  /** How many of a thousand buyers live there. */
  share: number;
  firstNames: readonly string[];
  lastNames: readonly string[];
  streets: readonly string[];
  /** Whether the number stands before the street. */
  numberFirst: boolean;
  towns: readonly Town[];
};

/** Where the invented buyers live; everything but the towns is made up. */
export const places: readonly Place[] = [
  {
    ...english,
    country: 'US',
    currency: 'USD',
    share: 560,
    towns: [
      ['Oakland', '94607', 'CA'],
      ['Los Angeles', '90026', 'CA'],
      ['San Diego', '92104', 'CA'],
      ['Brooklyn', '11215', 'NY'],
      ['Rochester', '14607', 'NY'],
      ['New York', '10009', 'NY'],
      ['Austin', '78704', 'TX'],
      ['Houston', '77006', 'TX'],
      ['Seattle', '98103', 'WA'],
      ['Spokane', '99201', 'WA'],
      ['Chicago', '60622', 'IL'],
      ['Portland', '97211', 'OR'],
      ['Somerville', '02143', 'MA'],
      ['Denver', '80205', 'CO'],
      ['Minneapolis', '55407', 'MN'],
      ['Asheville', '28801', 'NC'],
      ['Philadelphia', '19147', 'PA'],
      ['Ann Arbor', '48104', 'MI'],
    ],
  },
  {
    ...english,
    country: 'CA',
    currency: 'USD',
    share: 75,
    towns: [
      ['Toronto', 'M6J 1H4', 'ON'],
      ['Ottawa', 'K1N 5T5', 'ON'],
      ['Vancouver', 'V5T 1X8', 'BC'],
      ['Montréal', 'H2T 2N5', 'QC'],
      ['Halifax', 'B3K 3B7', 'NS'],
    ],
  },
  {
    ...english,
    country: 'GB',
    currency: 'GBP',
    share: 120,
    towns: [
      ['London', 'E8 3QR'],
      ['Bristol', 'BS6 5QT'],
      ['Leeds', 'LS6 2AB'],
      ['Edinburgh', 'EH6 6LX'],
      ['Cardiff', 'CF11 9LJ'],
      ['Norwich', 'NR2 3RS'],
    ],
  },
  {
    ...german,
    country: 'DE',
    currency: 'EUR',
    share: 80,
    towns: [
      ['Hamburg', '20359'],
      ['Berlin', '12047'],
      ['Leipzig', '04229'],
      ['Köln', '50672'],
      ['Freiburg', '79098'],
    ],
  },
  {
    ...french,
    country: 'FR',
    currency: 'EUR',
    share: 75,
    towns: [
      ['Lyon', '69004'],
      ['Nantes', '44000'],
      ['Paris', '75011'],
      ['Lille', '59800'],
      ['Rennes', '35000'],
    ],
  },
  {
    ...dutch,
    country: 'NL',
    currency: 'EUR',
    share: 35,
    towns: [
      ['Utrecht', '3512 JE'],
      ['Rotterdam', '3011 GV'],
      ['Haarlem', '2011 RD'],
    ],
  },
  {
    ...english,
    country: 'IE',
    currency: 'EUR',
    share: 20,
    towns: [
      ['Dublin', 'D08 X2A1'],
      ['Galway', 'H91 K5YD'],
    ],
  },
  {
    ...english,
    country: 'AU',
    currency: 'USD',
    share: 35,
    towns: [
      ['Melbourne', '3065', 'VIC'],
      ['Hobart', '7000', 'TAS'],
    ],
  },
];
