import type { Said } from './said';

export const nightSheetsInFrench: Readonly<Record<string, Said>> = {
  'late-shift': {
    title: 'Équipe du soir',
    story: [
      'Deux heures dix, trois immeubles. Qui veille encore a été tiré au sort, ce qu’on y fait aussi. Quelques-uns sont des chats.',
    ],
    alt: 'Des immeubles sombres sous un croissant de lune, quelques fenêtres éclairées en jaune et corail, avec de petites silhouettes, des plantes et des stores.',
  },
  'a-sky-for-the-ninth': {
    title: 'Un ciel pour le neuf',
    story: [
      'Un ciel inventé, relié en figures en allant toujours à l’étoile la plus proche qui n’était pas encore prise. Libre à vous de leur donner un nom.',
    ],
    alt: 'Une carte du ciel ronde sur bleu nuit : des étoiles blanches et corail reliées de fines lignes d’or, dans des anneaux gradués.',
  },
  'twenty-eight-nights': {
    title: 'Vingt-huit nuits',
    story: [
      'Un mois de lunes, quatre par rang. Les mers restent où elles sont ; seule l’ombre s’affaire. Commencez à lire en haut à gauche, une nuit où il n’y a rien à voir.',
    ],
    alt: 'Vingt-huit lunes sur sept rangs et fond presque noir, de la nuit à la pleine lune et retour, du crème à l’ambre.',
  },
  'flashing-twice': {
    title: 'Deux éclats',
    story: [
      'Toutes les dix secondes, visibles à dix-huit milles. Le gardien a laissé allumé dans la cabane aussi, ce qui n’est pas dans l’almanach.',
    ],
    alt: 'Un phare rouge et blanc la nuit, son faisceau tombant à gauche dans un ciel bleu étoilé, une petite cabane éclairée et un bateau sur une eau sombre.',
  },
  'small-orrery': {
    title: 'Petit planétaire',
    story: [
      'Huit mondes qui n’existent pas, chacun avec sa propre météo, autour d’un soleil qu’on a mis dans le coin pour faire de la place.',
    ],
    alt: 'Huit petites planètes sur de fines orbites dans un ciel violet profond, l’une avec un anneau, un demi-soleil jaune dans le coin en bas à gauche.',
  },
  'bonfire-night': {
    title: 'Nuit de feux',
    story: [
      'Six fusées, au-dessus des toits de gens qui avaient prévu de dormir. Chaque étincelle tombe un peu en s’éteignant ; le papier sait de combien.',
    ],
    alt: 'Six feux d’artifice or, corail, menthe et rose éclatent au-dessus d’une rangée de toits sombres aux rares fenêtres éclairées.',
  },
  'green-hour': {
    title: 'L’heure verte',
    story: [
      'Des rideaux de lumière suspendus à un fil qui ne voulait pas tenir en place. Ines les a vus une fois, d’un bus de nuit, et le chauffeur s’est arrêté sans qu’on le lui demande.',
    ],
    alt: 'Une aurore boréale verte et violette, en rideaux plissés, au-dessus de collines et d’épicéas sombres, faiblement reflétée dans un lac.',
  },
};
