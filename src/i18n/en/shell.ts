// Words of the page around lessons: header, list of units, notices, unknown addresses.

/** Messages of `src/view/shell` and `src/apps`. */
export const shell = {
  product: 'Blast Radius',
};
