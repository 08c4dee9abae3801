import type { Said } from './said';

export const colourFieldsInFrench: Readonly<Record<string, Said>> = {
  'length-forty': {
    title: 'Quarantième longueur',
    story: [
      'La piscine municipale vue du grand plongeoir, à l’heure où tout le monde y est sérieux. Personne ne fait la course. Celle au bonnet orange encore moins que les autres.',
      'Le filet de lumière est tracé par deux vagues qui ne se croisent jamais au même endroit.',
    ],
    alt: 'Une piscine turquoise vue d’en haut : cinq couloirs, des lignes de flotteurs rouges et blancs, cinq nageurs aux bonnets vifs.',
  },
  'lemons-counted': {
    title: 'Citrons comptés',
    story: [
      'Autant qu’il en tient, puis un de moins. Il y a ici quarante tentatives et trente citrons ; les autres ne voulaient pas rester en place.',
    ],
    alt: 'Des citrons entiers et coupés en deux, avec des feuilles vertes, éparpillés sur un bleu franc.',
  },
  'to-be-read': {
    title: 'À lire',
    story: [
      'Cinq étagères remplies selon la règle : ajouter un dos, en pencher un de temps à autre, en coucher trois quand la patience manque, laisser de la place pour le chat.',
      'Aucun dos ne porte de titre. Wren dit que c’est exactement l’effet que ça fait.',
    ],
    alt: 'Cinq étagères de dos de livres colorés, quelques-uns penchés, avec des plantes et un chat noir endormi sur celle du milieu.',
  },
  'nine-ridges': {
    title: 'Neuf crêtes',
    story: [
      'Depuis le dernier refuge avant le col, à six heures moins dix. Chaque crête est une part de blanc de plus dans le même pot de bleu, et sur les plus proches on peut encore compter les épicéas.',
    ],
    alt: 'Neuf lignes de collines, du bleu sombre des épicéas à un pêche pâle, un soleil blanc et bas, une file d’oiseaux.',
  },
  regatta: {
    title: 'Régate',
    story: [
      'Le départ de la série du mercredi, vu de la terrasse de la buvette. Deux triangles par bateau, et le vent fait le reste du dessin.',
    ],
    alt: 'Dix voiliers aux voiles rouges, jaunes, marine et blanches sur une eau bleu-vert, sous un soleil pâle.',
  },
  'ten-vessels': {
    title: 'Dix récipients',
    story: [
      'Chaque pot, c’est cinq rayons et un miroir. Nous avons gardé les dix qui avaient l’air d’avoir été aimés de quelqu’un.',
      'L’un d’eux a un émail qui a coulé. C’est le premier qu’on a choisi.',
    ],
    alt: 'Dix pots émaillés sur trois étagères, terre cuite, moutarde, bleu canard, prune et sauge ; certains rayés, l’un à l’émail coulant.',
  },
  'kitchen-floor': {
    title: 'Sol de cuisine',
    story: [
      'Six sortes de carreaux, tournés et mis en miroir autour du milieu, comme un carreleur pose une bordure quand personne n’a payé le motif. Les petites taches, c’est là que les pieds sont passés.',
    ],
    alt: 'Un sol symétrique de carreaux à motifs, marine, rouge, moutarde, bleu-vert et crème.',
  },
  'hall-floor': {
    title: 'Sol d’entrée',
    story: [
      'Les mêmes carreaux, plus loin du fourneau. Anthracite, os, sauge, et un rose chaud qui restait au carreleur.',
    ],
    alt: 'Un sol symétrique de carreaux à motifs, anthracite, os, sauge et vieux rose.',
  },
  'four-arches': {
    title: 'Quatre arches',
    story: [
      'Le matin, midi, le soir, et celle des visiteurs. On laisse les encres se chevaucher de l’épaisseur d’un cheveu : chaque bord imprime ainsi une troisième couleur qui n’est dans aucun pot.',
    ],
    alt: 'Quatre arches emboîtées sur deux rangs, terre cuite, ocre, sauge, bleu poudré et framboise sur crème.',
  },
  'quilt-for-a-short-bed': {
    title: 'Édredon pour un lit court',
    story: [
      'Cabane en rondins, vol d’oies, étoile et damier de neuf, dans ce qui restait de tissu. Vingt carrés, soit un rang de trop peu pour une grande personne.',
      'La couture a un écran à elle seule et se dresse légèrement sur le papier.',
    ],
    alt: 'Un patchwork de vingt carrés marine, rouille, sauge, moutarde et lie-de-vin, traversé de rangs de points pâles.',
  },
  'half-a-city': {
    title: 'La moitié d’une ville',
    story: [
      'Prenez un champ, coupez-le en deux, laissez une rue, et continuez jusqu’à ce que les parcelles aient la taille d’une boulangerie. La rivière est arrivée en dernier et avait la priorité.',
      'L’autre moitié est sur l’autre rive de la feuille, que nous n’avons pas imprimée.',
    ],
    alt: 'Une ville vue d’en haut, brique, pêche et sable, îlots et cours traversés par un large fleuve bleu à ponts, avec deux parcs ronds.',
  },
  allotment: {
    title: 'Jardin ouvrier',
    story: [
      'La parcelle 14 était destinée aux poireaux. Les coquelicots sont venus avec la terre, et en juillet personne n’en a eu le cœur.',
    ],
    alt: 'Des coquelicots rouges et orange sur de longues tiges au-dessus de l’herbe, sur un fond chaud couleur de paille.',
  },
  endpaper: {
    title: 'Page de garde',
    story: [
      'La marbrure sans les dégâts : seize gouttes, un peigne qu’on descend, un stylet qu’on passe en travers, et une feuille posée une fois sur l’eau. Hollis l’a fait avec du vrai fiel de bœuf et trouve que ceci sent meilleur.',
    ],
    alt: 'Du papier marbré : des vagues peignées marine, brique, ocre, bleu-vert et crème qui se replient l’une dans l’autre.',
  },
};
