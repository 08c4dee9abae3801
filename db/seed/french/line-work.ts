import type { Said } from './said';

export const lineWorkInFrench: Readonly<Record<string, Said>> = {
  'moon-by-hand': {
    title: 'Lune, à la main',
    story: [
      'Quatre-vingt-quatorze lignes horizontales, et rien d’autre. Là où il fait sombre elles enflent, là où il fait clair elles s’amincissent, comme l’aurait voulu le burin d’un graveur.',
      'Les mers ne sont pas à leur place. Ce n’est notre lune que dans la mesure où nous l’avons faite.',
    ],
    alt: 'Une pleine lune dessinée uniquement par des lignes horizontales bleu-noir, plus épaisses dans ses mers et dans le ciel qui l’entoure.',
  },
  'the-meeting': {
    title: 'La rencontre',
    story: [
      'Six fils, deux poteaux, et tous ceux qui sont venus parler du départ. Ils font cela chaque septembre, puis un matin ils ne sont plus là.',
      'Le rouge a posé une question.',
    ],
    alt: 'Des oiseaux sombres, par petits groupes, sur six fils détendus entre deux poteaux ; l’un d’eux est rouge.',
  },
  'theseus-running-late': {
    title: 'Thésée, en retard',
    story: [
      'Un labyrinthe rond, creusé par une marche qui ne faisait demi-tour que lorsqu’il le fallait. Le fil rouge est le seul chemin pour entrer. C’est aussi le seul pour sortir, on le lui avait dit.',
    ],
    alt: 'Un labyrinthe rond aux lignes bleu foncé ; un fil rouge y serpente d’une ouverture, au bas, jusqu’à un point rouge au centre.',
  },
  'held-breath': {
    title: 'Souffle retenu',
    story: [
      'Une grille de points toute plate, vue à travers une lentille qui n’est pas là. Certains la sentent dans leurs oreilles.',
    ],
    alt: 'Un champ de petits points noirs où une sphère de points plus gros, orange et rouges, semble gonfler vers vous.',
  },
  undertow: {
    title: 'Ressac',
    story: [
      'Dix-sept bandes, chacune un peu plus en retard que la précédente dans la même vague. Le papier est plat. Nous l’avons fait vérifier.',
    ],
    alt: 'Des bandes verticales marine et bleues qui se courbent et enflent ensemble, comme une eau tirée de côté.',
  },
  deckchairs: {
    title: 'Transats',
    story: [
      'La même vague, couchée. Quatre lés de toile d’un front de mer passé au plastique en 1974, remémorés en huit couleurs et légèrement améliorés.',
    ],
    alt: 'Quatre colonnes de rayures de store, un peu affaissées, orange, crème, jaunes, marine, roses et vert d’eau.',
  },
  unbroken: {
    title: 'Sans rupture',
    story: [
      'Une seule ligne, qui passe partout une fois. Elle part du jaune, visite chaque endroit de la feuille et finit en vert à une main de son point de départ. Là où elle traverse un cercle que personne n’a tracé, elle s’épaissit.',
    ],
    alt: 'Une seule ligne brisée remplit une feuille sombre, du jaune au vert en passant par le rouge et le violet, plus épaisse à l’intérieur d’un cercle.',
  },
  'times-table': {
    title: 'Table de multiplication',
    story: [
      'Des clous en cercle, chacun relié à celui du nombre double ; au-dessous, du triple et du quintuple. Ce qu’on voit au milieu, c’est la multiplication telle qu’elle apparaît à qui chantonne.',
    ],
    alt: 'Trois cercles de fils tendus : un grand noir qui enferme une courbe en cœur, un rouge et un bleu au-dessous, à deux et quatre boucles.',
  },
  'first-drops': {
    title: 'Premières gouttes',
    story: [
      'Dix-sept ronds sur un étang, chacun tracé seulement jusqu’où il est arrivé. Il vous reste une minute environ pour gagner le hangar à bateaux.',
    ],
    alt: 'Des ronds s’élargissent sur une eau gris-vert, ceux d’une goutte en rouge brique ; au bas, trois feuilles de nénuphar et une fleur blanche.',
  },
  'promise-to-pay': {
    title: 'Reconnaissance de dette',
    story: [
      'Des rosaces d’un billet de banque d’aucun pays : chacune est une même vague, redessinée sans fin et tournée un peu à chaque fois. Cela vaut ce qu’on vous en donnera.',
    ],
    alt: 'Des rosaces entrelacées comme celles des billets de banque, anneaux verts, rouges et bleus autour d’un même centre, une petite rosace rouge dans chaque coin.',
  },
  'long-grass': {
    title: 'Hautes herbes',
    story: [
      'Mille huit cents brins, et chacun penche comme va le vent à l’endroit où il se tient. Le rang du fond d’abord, pour que celui de devant puisse le cacher.',
    ],
    alt: 'De hautes herbes couchées par le vent sous un ciel paille, or pâle au fond et vert profond devant, avec des épis blancs.',
  },
};
