import type { Said } from './said';

export const fieldGuideInFrench: Readonly<Record<string, Said>> = {
  'cabinet-of-moths': {
    title: 'Cabinet de papillons de nuit',
    story: [
      'Douze papillons que personne n’a attrapés. Chaque aile est un seul contour, répété de plus en plus petit dans une autre couleur, puis replié par-dessus le corps comme une tache d’encre.',
      'La maison porte le nom d’un papillon de nuit qui vivait derrière la pierre d’angle de notre première fenêtre. Il n’est pas parmi eux. Il est parti avant que nous ayons pu lui demander.',
    ],
    alt: 'Douze papillons de nuit sur quatre rangs et fond sable, rayés de rouille, d’ocre, de sauge et d’encre, chacun au-dessus d’une petite étiquette vide.',
  },
  'twelve-eggs': {
    title: 'Douze œufs',
    story: [
      'On les prenait autrefois dans les nids pour les garder dans des tiroirs. Ceux-ci ont été pondus par un court programme, qui en a pondu onze mille autres avant que quelqu’un l’arrête.',
      'Il n’y en a pas deux tachetés de la même main. Le bleu uni a pris le plus de temps.',
    ],
    alt: 'Douze œufs mouchetés, bleus, crème, sauge et argile, disposés sur quatre rangs avec des ombres douces.',
  },
  'edible-probably': {
    title: 'Comestible, sans doute',
    story: [
      'Neuf champignons tirés d’un seul dessin et de cinq nombres : la hauteur, la largeur, la profondeur, l’embonpoint, et jusqu’où le bord s’enroule.',
      'Le titre n’est pas un conseil.',
    ],
    alt: 'Neuf champignons sur trois rangs et fond vert pâle, chapeaux rouges, ocre, bruns et crème, de l’herbe à leur pied.',
  },
  bracken: {
    title: 'Fougère-aigle',
    story: [
      'Une fronde est faite de frondes qui sont faites de frondes. Nous nous sommes arrêtés à la troisième, la maille de l’écran n’aurait pas tenu la quatrième.',
      'Imprimée deux fois, la seconde décalée de quatre millimètres exprès, pour que la lumière semble venir de derrière.',
    ],
    alt: 'Trois frondes de fougère montent du bas de la feuille, celle du milieu vert foncé, chacune avec un écho orange pâle.',
  },
  'the-other-way': {
    title: 'Dans l’autre sens',
    story: [
      'Chaque poisson garde ses distances et va où va l’eau. L’un d’eux s’est souvenu de quelque chose.',
      'On nous demande souvent de quel côté il nage. Vers la porte, dans toutes les pièces que nous avons essayées.',
    ],
    alt: 'Un banc de petits poissons bleu canard nage vers la droite dans une eau vert profond ; parmi eux, un poisson orange nage vers la gauche.',
  },
  'five-feathers': {
    title: 'Cinq plumes',
    story: [
      'Trouvées, au sens où Ines a trouvé la règle et où la règle a fait des plumes. Barbe après barbe le long d’un tuyau courbe, avec un jour partout où deux se sont décrochées.',
      'Deux de ces oiseaux auraient été très grands.',
    ],
    alt: 'Cinq plumes dressées, de longueurs différentes, rayées de bleu, de rouille, d’ocre, de gris-vert et de crème.',
  },
  'cut-leaves': {
    title: 'Feuilles découpées',
    story: [
      'Douze feuilles taillées dans du papier peint par quelqu’un qui avait de grands ciseaux et aucun plan. Feuille et fond n’ont jamais deux fois de suite la même couleur, ce qui fut plus difficile que les feuilles.',
    ],
    alt: 'Douze carreaux de couleurs franches, chacun avec une feuille arrondie en papier découpé d’une autre : vert sur jaune, rose sur bleu, orange sur crème.',
  },
  'hedge-parsley': {
    title: 'Torilis des haies',
    story: [
      'Le chemin derrière l’atelier, la deuxième semaine de juin, avant que la commune ne passe l’épareuse. Des rayons sur des rayons, et un point au bout de chacun.',
    ],
    alt: 'Des ombelles blanches sur de fines tiges sombres au-dessus des hautes herbes, sur un fond vert tendre.',
  },
  windowsill: {
    title: 'Rebord de fenêtre',
    story: [
      'Six plantes qui vous pardonnent. Le collier de perles, sur la planche du bas, pousse depuis la première épreuve et aura bientôt besoin d’une feuille plus longue.',
    ],
    alt: 'Six plantes grasses en pot sur deux étagères : un grand cactus, un figuier de Barbarie, une boule en fleur, un aloès, une rosette et un collier de perles qui retombe.',
  },
  'winter-alder': {
    title: 'Aulne d’hiver',
    story: [
      'Une ligne fourche, chaque moitié fourche, et chacune se tourne un peu vers la lumière. Dix fois de suite, cela fait un arbre en janvier.',
      'L’oiseau était une idée de Wren, et la dernière chose imprimée.',
    ],
    alt: 'Un arbre noir et nu devant un grand soleil orange pâle, de la neige au pied, un petit oiseau rouge dans la cime.',
  },
  'cut-agate': {
    title: 'Agate taillée',
    story: [
      'Chaque bande suit celle du dehors et en oublie un peu. Faites cela assez souvent, et vous arrivez dans un endroit creux et clair.',
    ],
    alt: 'Une tranche d’agate bleue, ses anneaux irréguliers allant d’un bord sombre au bleu canard, au crème et à l’ambre, jusqu’à un creux de cristal blanc.',
  },
  'rose-agate': {
    title: 'Agate rose',
    story: [
      'La deuxième pierre, de la même règle et d’un autre nombre. Celle-ci nous a rappelé une pivoine et, à l’un d’entre nous, un radis.',
    ],
    alt: 'Une tranche d’agate prune, rose et poudre, ses anneaux ondulants refermés sur un creux de cristal blanc.',
  },
  'seven-stones': {
    title: 'Sept pierres',
    story: [
      'Odo empile des pierres partout où il attend quelqu’un. Ce tas-ci a tenu onze jours, dont deux de vent, et c’est un chien qui l’a défait.',
    ],
    alt: 'Sept galets arrondis en équilibre les uns sur les autres, gris, sable, brique et ardoise, de légères lignes d’eau derrière eux.',
  },
};
