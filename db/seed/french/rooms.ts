/** The colours of what stands in the rooms; what it is, is masculine in French but for the lamp, whose colours do not change. */
const COLOURS: Readonly<Record<string, string>> = {
  'rust-coloured': 'couleur rouille',
  'sea-blue': 'bleu mer',
  'steel-blue': 'bleu acier',
  'petrol-blue': 'bleu pétrole',
  'grey-blue': 'gris-bleu',
  'wine-red': 'lie-de-vin',
  'brick-red': 'rouge brique',
  'sage-green': 'vert sauge',
  amber: 'ambre',
  blue: 'bleu',
  green: 'vert',
  navy: 'bleu marine',
  olive: 'olive',
  orange: 'orange',
  plum: 'prune',
  teal: 'bleu canard',
  terracotta: 'terre cuite',
  violet: 'violet',
};

const FRAME = '^The print in an? (oak|black) frame';

const ROOMS: readonly (readonly [room: RegExp, inFrench: (colour: string) => string])[] = [
  [
    / above a walnut sideboard with/,
    () => 'au-dessus d’un buffet de noyer avec un vase de feuillage et trois livres',
  ],
  [/ above an? ([\w-]+) armchair/, (colour) => `au-dessus d’un fauteuil ${colour} et d’un lampadaire`],
  [
    / on an oak picture ledge, with/,
    () => 'sur une cimaise de chêne, des livres d’un côté et une plante en pot de l’autre',
  ],
  [
    / above a wooden bench with an? ([\w-]+) cushion/,
    (colour) => `au-dessus d’un banc de bois avec un coussin ${colour} et une paire de bottes dessous`,
  ],
  [
    /, standing on a wooden floor beside a tall plant in an? ([\w-]+) pot/,
    (colour) => `posée sur un parquet à côté d’une grande plante dans un pot ${colour}`,
  ],
  [
    / above a bed with an? ([\w-]+) cover/,
    (colour) => `au-dessus d’un lit au couvre-lit ${colour}, une lampe à côté`,
  ],
  [
    / above a desk with an? ([\w-]+) lamp/,
    (colour) => `au-dessus d’un bureau avec une lampe ${colour}, un pot à crayons et une chaise`,
  ],
  [
    / above a kitchen worktop/,
    () =>
      'au-dessus d’un plan de travail de cuisine avec une bouilloire, une rangée de tasses et un pot de basilic',
  ],
];

const CLOSE_VIEW =
  'Close view of the sheet on a dark table: the edge of the image, the white margin, a signature and a pencil.';

/** What a print's second picture shows, in French; undefined where it is none of the house's rooms. */
export function roomInFrench(alt: string): string | undefined {
  if (alt === CLOSE_VIEW)
    return 'La feuille de près sur une table sombre : le bord de l’image, la marge blanche, une signature et un crayon.';
  const frame = new RegExp(FRAME).exec(alt)?.[1];
  if (frame === undefined) return undefined;
  for (const [room, inFrench] of ROOMS) {
    const found = room.exec(alt);
    if (found === null) continue;
    const colour = found[1] === undefined ? '' : COLOURS[found[1]];
    if (colour === undefined) return undefined;
    return `L’estampe dans un cadre ${frame === 'oak' ? 'de chêne' : 'noir'}, ${inFrench(colour)}.`;
  }
  return undefined;
}
