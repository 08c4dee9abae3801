import { type SQL, sql } from 'drizzle-orm';
import type { Translation, Translations } from '@/lib/catalog/model';
import { type CollectionId, toUuid } from '@/lib/kernel/ids';

/** What the demo house calls its collections in French, by slug. */
const collections: Readonly<Record<string, Translation>> = {
  'line-work': {
    title: 'Au trait',
    descriptionHtml:
      '<p>Deux encres, parfois trois, et rien pour se cacher. Des estampes qui tiennent un mur de loin et se font plus discrètes à mesure qu’on s’approche.</p>',
  },
  'colour-fields': {
    title: 'Aplats',
    descriptionHtml:
      '<p>Ici, c’est l’armoire aux encres qui a gagné. De la couleur à plat, un écran à la fois, une nuit de séchage entre deux passages.</p>',
  },
  'field-guide': {
    title: 'Guide de terrain',
    descriptionHtml:
      '<p>Ce qui pousse, éclot, mue ou s’échoue, dessiné d’après les règles de la croissance plutôt que d’après nature. Exact en tout point, si ce n’est que rien de tout cela n’existe.</p>',
  },
  'small-walls': {
    title: 'Petits murs',
    descriptionHtml:
      '<p>Pour le bout de mur près de la porte, le palier, la cuisine qu’on loue. Ici, tout commence à petit prix.</p>',
  },
  'useful-things': {
    title: 'Choses utiles',
    descriptionHtml:
      '<p>Les mêmes dessins, sur ce qu’on mouille, plie, poste et sur quoi l’on s’assied. En petites séries, par des gens dont nous connaissons le nom.</p>',
  },
  'night-sheets': {
    title: 'Feuilles de nuit',
    descriptionHtml:
      '<p>Sept estampes sur fond sombre, pour les pièces où l’on vit après dix heures du soir. Elles sèchent. Toutes les sept seront mises en vente au même instant, et il y en a quarante par format.</p>',
  },
};

/** The words that a print's facts are made of, which most descriptions end with. */
const facts = (...rows: readonly string[]) => `<ul>${rows.map((row) => `<li>${row}</li>`).join('')}</ul>`;
const signed = (count: number) => `Tirage à ${count} exemplaires par format, signés au crayon`;

/** What the products are called. A description that is not here is shown in the shop’s own language. */
const products: Readonly<Record<string, string | readonly [title: string, descriptionHtml: string]>> = {
  'before-the-visitors': [
    'Avant les visiteurs',
    `<p>Un jardin de gravier à six heures du matin, ratissé une fois et encore sans un pas. Cinq pierres, dont quatre sombres ; à l’atelier, personne n’est d’accord sur ce que fait là la rouge.</p><p>Chaque sillon est le chemin que prendrait l’eau autour des pierres : jamais deux ne se croisent.</p>${facts('Sérigraphie en quatre couleurs, encres à l’eau', 'Papier coton 300 g/m², blanc chaud', signed(60))}`,
  ],
  'two-bells': [
    'Deux cloches',
    `<p>Deux cloches, sonnées presque ensemble. Vingt-deux cercles vermillon, vingt-deux bleus, et au milieu un troisième motif que personne n’a dessiné : il n’est là que parce que les deux autres y sont.</p><p>Il bouge quand on passe. Nous l’avions accroché dans le couloir ; il a fallu lui trouver une autre place.</p>${facts('Sérigraphie en deux couleurs, le bleu surimprimé', 'Papier à la forme 270 g/m², blanc vif', signed(75))}`,
  ],
  'market-noon': 'Marché, midi',
  'wrong-turnings': 'Mauvais tournants',
  'no-such-island': 'L’île qui n’existe pas',
  'east-window': 'Fenêtre à l’est, 7 h',
  selvedge: 'Lisière',
  'the-last-ferry': 'Le dernier ferry',
  'three-seedheads': 'Trois capitules',
  'brain-coral': 'Corail-cerveau',
  'stairs-for-pigeons': 'Escalier pour pigeons',
  'pendulum-postcards': 'Cartes postales du pendule',
  'length-forty': 'Quarantième longueur',
  'lemons-counted': 'Citrons comptés',
  'to-be-read': 'À lire',
  'nine-ridges': 'Neuf crêtes',
  regatta: 'Régate',
  'ten-vessels': 'Dix récipients',
  'kitchen-floor': 'Sol de cuisine',
  'hall-floor': 'Sol d’entrée',
  'four-arches': 'Quatre arches',
  'quilt-for-a-short-bed': 'Édredon pour un lit court',
  'half-a-city': 'La moitié d’une ville',
  allotment: 'Jardin ouvrier',
  endpaper: 'Page de garde',
  'cabinet-of-moths': 'Cabinet de papillons de nuit',
  'twelve-eggs': 'Douze œufs',
  'edible-probably': 'Comestible, sans doute',
  bracken: 'Fougère-aigle',
  'the-other-way': 'Dans l’autre sens',
  'five-feathers': 'Cinq plumes',
  'cut-leaves': 'Feuilles découpées',
  'hedge-parsley': 'Torilis des haies',
  windowsill: 'Rebord de fenêtre',
  'winter-alder': 'Aulne d’hiver',
  'cut-agate': 'Agate taillée',
  'rose-agate': 'Agate rose',
  'seven-stones': 'Sept pierres',
  'lemons-mug': 'Tasse Citrons',
  'field-guide-cards': 'Cartes Guide de terrain',
  'meeting-tote': 'Cabas La rencontre',
  'kitchen-floor-tea-towel': 'Torchon Sol de cuisine',
  'endpaper-notebook': 'Carnet Page de garde',
  'half-a-city-jigsaw': 'Puzzle La moitié d’une ville',
  'rose-agate-cushion': 'Coussin Agate rose',
  'undertow-scarf': 'Foulard Ressac',
  'four-arches-coasters': 'Sous-verres Quatre arches',
  'cut-leaves-wrapping-paper': 'Papier cadeau Feuilles découpées',
  'length-forty-beach-towel': 'Drap de plage Quarantième longueur',
  'oak-hanger': 'Baguette de chêne',
  'moon-by-hand': 'Lune, à la main',
  'the-meeting': 'La rencontre',
  'theseus-running-late': 'Thésée, en retard',
  'held-breath': 'Souffle retenu',
  undertow: 'Ressac',
  deckchairs: 'Transats',
  unbroken: 'Sans rupture',
  'times-table': 'Table de multiplication',
  'first-drops': 'Premières gouttes',
  'promise-to-pay': 'Reconnaissance de dette',
  'long-grass': 'Hautes herbes',
  'late-shift': 'Équipe du soir',
  'a-sky-for-the-ninth': 'Un ciel pour le neuf',
  'twenty-eight-nights': 'Vingt-huit nuits',
  'flashing-twice': 'Deux éclats',
  'small-orrery': 'Petit planétaire',
  'bonfire-night': 'Nuit de feux',
  'green-hour': 'L’heure verte',
};

/** A no-break space before the signs that stand apart, as French has it. */
const typeset = (text: string) => text.replaceAll(/ ([?!;])/g, '\u202f$1').replaceAll(' :', '\u00a0:');

/** A product's words in French, if it has any. */
export function frenchOfProduct(slug: string): Translations {
  const said = products[slug];
  if (said === undefined) return {};
  const [title, descriptionHtml] = typeof said === 'string' ? [said, ''] : said;
  return { fr: { title: typeset(title), descriptionHtml: typeset(descriptionHtml) } };
}

/** Writes what the collections are called in French. */
export function frenchStatements(made: readonly { id: CollectionId; slug: string }[]): SQL[] {
  return made.flatMap(({ id, slug }) => {
    const said = collections[slug];
    if (said === undefined) return [];
    return [
      sql`insert into collection_translations (collection_id, locale, title, description_html)
          values (${toUuid(id)}::uuid, 'fr', ${typeset(said.title)}, ${typeset(said.descriptionHtml)})`,
    ];
  });
}
