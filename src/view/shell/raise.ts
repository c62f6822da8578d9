// The way from a promise that failed to the page's error boundary.

/** Throws what went wrong; written into the page, so that the boundary around it shows the error. */
export function raise(error: unknown): string {
  throw error;
}
