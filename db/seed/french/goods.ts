import type { Said } from './said';

export const goodsInFrench: Readonly<Record<string, Said>> = {
  'lemons-mug': {
    title: 'Tasse Citrons',
    story: [
      'Les citrons font le tour complet et se rejoignent derrière l’anse, ce qui a demandé quatre essais et une règle.',
    ],
    alt: 'Une tasse de thé à l’anse et au bord bleus, couverte de citrons sur fond bleu.',
    second:
      'L’estampe dont elle vient : des citrons entiers et coupés, avec des feuilles vertes, sur fond bleu.',
  },
  'field-guide-cards': {
    title: 'Cartes Guide de terrain',
    story: [
      'Papillons de nuit, œufs, champignons, plumes, cactus et pierres, vierges à l’intérieur. Pour les condoléances, prenez les pierres.',
    ],
    alt: 'Six cartes sur deux rangs et table verte : papillons de nuit, œufs, champignons, plumes, cactus en pot et pierres empilées.',
    second: 'L’une des six : douze papillons de nuit sur quatre rangs et fond sable.',
  },
  'meeting-tote': {
    title: 'Cabas La rencontre',
    story: [
      'Porte une semaine de légumes ou onze livres reliés. Les oiseaux regardent à gauche : portez-le à droite.',
    ],
    alt: 'Un cabas de toile écrue aux longues anses, imprimé d’oiseaux sur des fils, dont un rouge.',
    second: 'L’estampe dont il vient : des oiseaux sombres et un rouge sur six fils entre deux poteaux.',
  },
  'kitchen-floor-tea-towel': {
    title: 'Torchon Sol de cuisine',
    story: [
      'Il n’est pas pour le sol. Il essuie un verre à vin sans laisser de peluches, à partir du deuxième lavage.',
    ],
    alt: 'Un torchon à motif symétrique de carreaux marine, rouges et moutarde, suspendu par sa boucle à une barre de bois.',
    second: 'L’estampe dont il vient : des carreaux à motifs marine, rouges, moutarde et crème.',
  },
  'endpaper-notebook': {
    title: 'Carnet Page de garde',
    story: [
      'Marbré à l’extérieur, pour une fois. Cousu, pour rester à plat à la page où vous vous êtes arrêté.',
    ],
    alt: 'Un carnet à couverture marbrée et dos rouge brique, avec étiquette, élastique et signet.',
    second: 'L’estampe dont il vient : des vagues peignées marine, brique, ocre et crème.',
  },
  'half-a-city-jigsaw': {
    title: 'Puzzle La moitié d’une ville',
    story: [
      'Mille pièces, dont environ quatre cents sont le même toit de terre cuite. Comptez une soirée pour la rivière et un week-end pour le reste.',
    ],
    alt: 'Un puzzle presque achevé d’une ville brique et sable à la rivière bleue ; deux pièces attendent à côté du dernier trou.',
    second: 'L’estampe dont il vient : une ville vue d’en haut, traversée par un large fleuve bleu.',
  },
  'rose-agate-cushion': {
    title: 'Coussin Agate rose',
    story: [
      'Une pierre où s’adosser. L’estampe est épuisée ; le coussin, nous pouvons encore le faire coudre.',
    ],
    alt: 'Un coussin de lin imprimé des anneaux d’une agate rose, passepoil prune le long des bords.',
    second: 'L’estampe dont il vient : une tranche d’agate prune, rose et poudre.',
  },
  'undertow-scarf': {
    title: 'Foulard Ressac',
    story: ['En mouvement, c’est l’idée. Roulotté à la main, et plus lourd qu’on ne l’attend de la soie.'],
    alt: 'Un carré de soie étalé sur la pointe, rayures ondulantes marine et bleues dans une bordure bleu mer.',
    second: 'L’estampe dont il vient : des rayures verticales marine et bleues qui se courbent ensemble.',
  },
  'four-arches-coasters': {
    title: 'Sous-verres Quatre arches',
    story: ['Six ronds taillés dans quatre arches : il n’y en a pas deux pareils et tous s’accordent.'],
    alt: 'Trois sous-verres ronds avec des morceaux d’arches colorées, et une pile de trois autres aux bords de bouleau.',
    second: 'L’estampe dont ils viennent : quatre arches emboîtées, terre cuite, ocre, sauge et bleu.',
  },
  'cut-leaves-wrapping-paper': {
    title: 'Papier cadeau Feuilles découpées',
    story: ['Nous savons qu’on l’encadre. C’est pourquoi il arrive roulé.'],
    alt: 'Deux rouleaux de papier à grandes feuilles découpées, et un paquet emballé dedans avec un nœud orange.',
    second:
      'L’estampe dont il vient : douze carreaux de couleurs franches, chacun avec une feuille de papier découpé.',
  },
  'length-forty-beach-towel': {
    title: 'Drap de plage Quarantième longueur',
    story: ['Allongez-vous dans le couloir deux. Les nageurs vous contourneront.'],
    alt: 'Un drap de plage à franges sur le sable, imprimé de nageurs dans les couloirs d’une piscine turquoise.',
    second: 'L’estampe dont il vient : cinq nageurs dans les couloirs d’une piscine turquoise.',
  },
  'oak-hanger': {
    title: 'Baguette de chêne',
    story: [
      'Deux barres, quatre aimants, une cordelette. Le cadre le plus rapide qui soit, et il ne laisse pas de trace sur le papier.',
    ],
    alt: 'Une estampe de hautes herbes tenue entre deux barres de chêne, suspendue par une cordelette à un mur pâle.',
    second: 'L’estampe de l’image : de hautes herbes couchées par le vent sous un ciel paille.',
  },
};
