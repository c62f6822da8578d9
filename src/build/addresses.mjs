// The pages that `npm start` names: the course, a lesson in front of a class, and the example deck.

/**
 * What somebody can open, and where it is served.
 * @param {string} site address of the site, with its last slash
 * @returns {readonly { what: string, address: string }[]}
 */
export function pageAddresses(site) {
  return [
    { what: 'Course', address: site },
    { what: 'Class', address: `${site}projector.html#/one-kernel-falls` },
    { what: 'Slides', address: `${site}deck.html` },
  ];
}
