import type { Translation } from '@/lib/catalog/model';

/** What the demo house calls its collections in French, by slug. */
export const collectionsInFrench: Readonly<Record<string, Translation>> = {
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
