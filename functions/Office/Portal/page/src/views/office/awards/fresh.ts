/** In an address, in the place of the id of what is not there yet. */
export const fresh = '-';
