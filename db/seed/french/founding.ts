import type { Said } from './said';

export const foundingInFrench: Readonly<Record<string, Said>> = {
  'before-the-visitors': {
    title: 'Avant les visiteurs',
    story: [
      'Un jardin de gravier à six heures du matin, ratissé une fois et encore sans un pas. Cinq pierres, dont quatre sombres ; à l’atelier, personne n’est d’accord sur ce que fait là la rouge.',
      'Chaque sillon est le chemin que prendrait l’eau autour des pierres : jamais deux ne se croisent.',
    ],
    alt: 'De fines lignes grises coulent comme un gravier ratissé autour de cinq pierres rondes, la plus grande noire, une autre rouge brique.',
    second:
      'L’estampe dans un cadre noir, posée sur une cimaise de chêne entre quelques livres et une plante en pot.',
  },
  'two-bells': {
    title: 'Deux cloches',
    story: [
      'Deux cloches, sonnées presque ensemble. Vingt-deux cercles vermillon, vingt-deux bleus, et au milieu un troisième motif que personne n’a dessiné : il n’est là que parce que les deux autres y sont.',
      'Il bouge quand on passe. Nous l’avions accroché dans le couloir ; il a fallu lui trouver une autre place.',
    ],
    alt: 'Un disque de cercles vermillon et un disque de cercles bleus se chevauchent ; là où ils se croisent, des bandes sombres rayonnent des deux centres.',
  },
  'market-noon': {
    title: 'Marché, midi',
    story: [
      'La place telle que la voient les martinets : tous les parasols ouverts, les ombres devenues courtes, et les gens trop occupés pour lever les yeux. Les points sombres sont des chapeaux.',
      'Six couleurs, que Mirela a assorties à un sac de fruits. Elle a mangé les échantillons.',
    ],
    alt: 'Des dizaines de parasols rayés rouges, jaunes, verts et bleus, vus à la verticale sur un sol de sable.',
  },
  'wrong-turnings': {
    title: 'Mauvais tournants',
    story: [
      'Le plan d’une ville qu’on ne traverse pas tout droit. Chaque carreau est l’un de quatre, tourné ou non, et pourtant chaque rue trouve la suivante. Les points rouges sont là où l’artiste s’est arrêtée prendre le thé.',
      'Vendue en feuille seulement : l’encre va jusqu’au bord de l’image et aime un passe-partout profond.',
    ],
    alt: 'Des bandes noires, épaisses et fines, font des boucles et bifurquent comme un labyrinthe sur papier crème, avec trois points rouges.',
  },
  'no-such-island': {
    title: 'L’île qui n’existe pas',
    story: [
      'Relevée tout entière, des sondages du large à la neige de la crête, et absente de toutes les cartes. Il y a un bon mouillage côté est. Vous n’en aurez pas besoin.',
      'Neuf couches de terre, chacune imprimée avec sa mince ombre propre : la colline a l’air découpée dans du carton.',
    ],
    alt: 'La carte d’une île en couches, du sable au vert puis à un sommet pâle, dans une mer bleu canard profond aux fines lignes de fond.',
    second:
      'La feuille de près sur une table de bois : la côte, la marge blanche, une signature et un crayon jaune.',
  },
  'east-window': {
    title: 'Fenêtre à l’est, 7 h',
    story: [
      'Plus de cent vitres et un seul soleil. Wren a passé un hiver dans une chapelle froide à chercher quels morceaux de verre s’allument d’abord ; en voici la réponse, le froid en moins.',
      'Un seul format, sans cadre. Les plombs dépassent le papier d’un cheveu : demandez à votre encadreur une entretoise sous le verre.',
    ],
    alt: 'Un vitrail en arc : un soleil pâle parmi des vitres orange et rouges qui s’assombrissent vers le violet et le bleu au bas.',
  },
  selvedge: {
    title: 'Lisière',
    story: [
      'Une couverture qui ne vous tiendra pas chaud. Chaîne et trame suivent un même ordre de rayures, dessus deux et dessous deux, et le reprennent à rebours depuis le milieu comme le ferait un tisserand.',
      'À bout de bras, c’est de l’étoffe. De plus près, quelque deux mille six cents petits rectangles.',
    ],
    alt: 'Un carreau tissé de bandes bleues, crème, rouille et ocre qui passent l’une sur l’autre en sergé.',
    second:
      'La feuille de près sur une table sombre : les bandes tissées, la marge blanche, une signature et un crayon rouille.',
  },
  'the-last-ferry': {
    title: 'Le dernier ferry',
    story: [
      'Vous l’avez manqué d’une minute, et c’est ainsi que vous avez vu le ciel en onze bandes. Chacune a été passée à travers un pochoir usé, et leurs bords s’effritent l’un dans l’autre comme fait le soir.',
      'Le tirage est épuisé. Nous gardons la page parce qu’on nous demande comment elle s’appelait.',
    ],
    alt: 'Un grand soleil pâle se couche sous des bandes bleues, violettes et orange ; un petit ferry sombre à l’horizon.',
  },
  'three-seedheads': {
    title: 'Trois capitules',
    story: [
      'Neuf cent trente-sept graines sur trois tiges, chacune placée un angle d’or plus loin que la précédente. Juno les a comptées pour que vous n’ayez pas à le faire ; les plantes ne le font jamais.',
      'Le vert est presque noir jusqu’à ce que la lumière tourne.',
    ],
    alt: 'Trois capitules ronds sur de fines tiges, leurs graines en spirale de l’ocre au vert pâle sur fond vert foncé.',
    second:
      'L’estampe dans un cadre de chêne sur une cimaise de chêne, une petite plante à gauche et des livres à droite.',
  },
  'brain-coral': {
    title: 'Corail-cerveau',
    story: [
      'Partez du bruit. Laissez chaque point suivre ses voisins et contredire tous ceux qui sont plus loin, quatorze fois. Ce qui se dépose est du corail, ou des empreintes digitales, ou l’intérieur d’un zèbre.',
      'Ce tirage a été rogné quatre millimètres trop court au pied. Nous l’avons déduit du prix ; derrière un passe-partout vous ne le verrez jamais.',
    ],
    alt: 'Des bandes terre cuite sinueuses sur rose pâle ; dans un grand cercle, les mêmes bandes virent à l’aubergine sur abricot.',
  },
  'stairs-for-pigeons': {
    title: 'Escalier pour pigeons',
    story: [
      'Une ville de colline qui a plus de marches que de rues. À cette heure il n’y a personne dehors, sauf les pigeons, qui n’ont pas besoin des escaliers et les prennent quand même. Il y en a neuf.',
      'Mirela habitait au troisième étage de la maison jaune. Elle dit que c’était le quatrième.',
    ],
    alt: 'Une ville de colline aux maisons cubiques terre cuite, crème et jaunes, avec des escaliers et neuf pigeons, sous une lune pâle dans un ciel bleu canard.',
  },
  'pendulum-postcards': {
    title: 'Cartes postales du pendule',
    story: [
      'Six dessins par deux poids et un stylo : nous les avons mis en branle, le papier tournait au-dessous, et personne n’a touché à rien avant l’arrêt. Bleu, brique et fougère, deux de chaque.',
      'Une édition ouverte, imprimée selon les besoins. Ce sont des cartes postales. Postez-les.',
    ],
    alt: 'Six cartes postales sur deux rangs, bleues, rouge brique et vertes, chacune avec un dessin de pendule en boucles de fines lignes pâles.',
    second: 'Les six cartes postales en éventail, empilées sur leur enveloppe kraft, une bleue au-dessus.',
  },
};
