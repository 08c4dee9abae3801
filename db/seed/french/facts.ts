/** What a thing is made of, in French, where that is said of it alone. */
const ALONE: Readonly<Record<string, string>> = {
  'Stencil and screenprint, thirteen colours': 'Pochoir et sérigraphie, treize couleurs',
  'Letterpress on 600 gsm cotton board, 10.5×14.8 cm': 'Typographie sur carton coton 600 g/m², 10,5×14,8 cm',
  'Set of six in a kraft envelope': 'Lot de six dans une enveloppe kraft',
  'Open edition, unsigned': 'Édition ouverte, non signée',
  'Pigment print, twelve-ink press': 'Tirage pigmentaire, douze encres',
  'Stoneware, 350 ml, glazed by hand': 'Grès, 350 ml, émaillé à la main',
  'Dishwasher and microwave safe': 'Passe au lave-vaisselle et au micro-ondes',
  'Thrown in runs of 120': 'Tournée par séries de 120',
  'Six cards with envelopes, 10.5×14.8 cm': 'Six cartes avec enveloppes, 10,5×14,8 cm',
  '350 gsm recycled board': 'Carton recyclé 350 g/m²',
  'Open edition': 'Édition ouverte',
  'Organic cotton canvas, 340 gsm': 'Toile de coton biologique, 340 g/m²',
  '38×42 cm, long handles': '38×42 cm, longues anses',
  'Screenprinted one at a time': 'Sérigraphié un par un',
  'Half linen, half cotton': 'Moitié lin, moitié coton',
  '50×75 cm, with a loop': '50×75 cm, avec une boucle',
  'Wash at 60 °C': 'Lavage à 60 °C',
  '192 pages, 100 gsm, A5': '192 pages, 100 g/m², A5',
  'Thread-sewn, cloth spine, ribbon': 'Cousu au fil, dos toilé, signet',
  'Takes fountain pen': 'Accepte le stylo-plume',
  '1,000 pieces, 48×60 cm': '1 000 pièces, 48×60 cm',
  'Recycled board, linen finish': 'Carton recyclé, finition lin',
  'A street plan is in the lid': 'Un plan des rues dans le couvercle',
  'Printed linen, hidden zip, 50×45 cm': 'Lin imprimé, fermeture invisible, 50×45 cm',
  'Filling of recycled wool': 'Garnissage en laine recyclée',
  'Sewn two streets away': 'Cousu à deux rues d’ici',
  'Silk twill, 16 momme': 'Sergé de soie, 16 mommes',
  '70×70 cm, hand-rolled hem': '70×70 cm, ourlet roulotté à la main',
  'Set of six, birch and cork, 10 cm': 'Lot de six, bouleau et liège, 10 cm',
  'Heat-proof, wipe clean': 'Résistent à la chaleur, se nettoient d’un coup d’éponge',
  'Three sheets, 50×70 cm': 'Trois feuilles, 50×70 cm',
  '100 gsm uncoated, recyclable': '100 g/m² non couché, recyclable',
  'Cotton terry, 500 gsm': 'Éponge de coton, 500 g/m²',
  '90×170 cm, knotted fringe': '90×170 cm, franges nouées',
  'Sold out until the mill reopens in spring': 'Épuisé jusqu’à la réouverture de la filature, au printemps',
  'Oiled oak, magnets inside': 'Chêne huilé, aimants à l’intérieur',
  'Holds paper up to 350 gsm': 'Tient un papier jusqu’à 350 g/m²',
  'The print is not included': 'L’estampe n’est pas comprise',
};

const COUNTS: Readonly<Record<string, string>> = {
  One: 'une',
  Two: 'deux',
  Three: 'trois',
  Four: 'quatre',
  Five: 'cinq',
  Six: 'six',
  Seven: 'sept',
  Eight: 'huit',
  Nine: 'neuf',
  Ten: 'dix',
  Eleven: 'onze',
};

/** How a screenprint was done. */
const WAYS: Readonly<Record<string, string>> = {
  '': '',
  ' on a printed ground': ' sur fond imprimé',
  ' with gold on a printed ground': ' dont un or, sur fond imprimé',
  ' with a leaded black': ' avec un noir de plomb',
  ', blue-black': ', bleu-noir',
  ', ink blue and vermilion': ', bleu d’encre et vermillon',
  ', navy and sea blue': ', marine et bleu mer',
  ', split fountain, on a printed ground': ', en dégradé, sur fond imprimé',
  ', transparent inks': ', encres transparentes',
  ', printed from the rim inwards': ', imprimée du bord vers le centre',
  ', water-based inks': ', encres à l’eau',
  ', the blue overprinted wet on dry': ', le bleu surimprimé sur sec',
  ', carbon black and vermilion': ', noir de carbone et vermillon',
};

const PAPERS: Readonly<Record<string, string>> = {
  'cotton paper': 'Papier coton',
  'mould-made paper': 'Papier à la forme',
  'cotton rag': 'Papier pur coton',
  'cotton banknote paper': 'Papier-monnaie coton',
};

const TONES: Readonly<Record<string, string>> = {
  'warm white': 'blanc chaud',
  'bright white': 'blanc vif',
  'blush white': 'blanc rosé',
  cream: 'crème',
  buff: 'chamois',
  matt: 'mat',
  'pale green': 'vert pâle',
};

const SCREENPRINT = /^(\w+)-colour screenprint(.*)$/;
const PAPER = /^(\d+) gsm (cotton paper|mould-made paper|cotton rag|cotton banknote paper), (.+)$/;
const EDITION = /^Edition of (\d+)( in each size)?(?:, (signed in pencil|numbered and signed))?$/;

/** A fact of the English catalog in French; undefined for one that has no words yet. */
export function factInFrench(fact: string): string | undefined {
  const alone = ALONE[fact];
  if (alone !== undefined) return alone;
  const [, count = '', way = ''] = SCREENPRINT.exec(fact) ?? [];
  const [counted, said] = [COUNTS[count], WAYS[way]];
  if (counted !== undefined && said !== undefined)
    return `Sérigraphie en ${counted} couleur${count === 'One' ? '' : 's'}${said}`;
  const [, grams, paper = '', tones = ''] = PAPER.exec(fact) ?? [];
  if (grams !== undefined) {
    const all = tones.split(', ').map((tone) => TONES[tone] ?? tone);
    return [`${PAPERS[paper]} ${grams} g/m²`, ...all].join(', ');
  }
  const [, edition, each, hand] = EDITION.exec(fact) ?? [];
  if (edition === undefined) return undefined;
  const signed = { 'signed in pencil': ', signés au crayon', 'numbered and signed': ', numérotés et signés' };
  const by = hand === undefined ? '' : signed[hand as keyof typeof signed];
  return `Tirage à ${edition} exemplaires${each === undefined ? '' : ' par format'}${by}`;
}
