/** Marks a link that leads to another page of the shop without leaving this one: follow-links.tsx. */
export const FOLLOWED = { 'data-follow': '' } as const;
