// What this tab has written into its address bar itself. The state of the entry says so too, but a page that is loaded
// again while it is being written comes up without that state.
const KEY = 'blast-radius-own';

/** Notes the last hashes that are the learner's own doing, with spaces between them; none: ''. Never throws. */
export function noteOwn(hashes: string): void {
  try {
    sessionStorage.setItem(KEY, hashes);
  } catch {
    // Where nothing is kept the state of the entry has to do.
  }
}

/** Whether a hash was noted last. Never throws. */
export function isNoted(hash: string): boolean {
  try {
    return sessionStorage.getItem(KEY)?.split(' ').includes(hash) === true;
  } catch {
    return false;
  }
}
