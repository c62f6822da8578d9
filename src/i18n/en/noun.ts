// A noun in its forms by count, which go through `format.counted`.

/** A noun with its plural, which most words build with an s. */
export const noun = (one: string, other = `${one}s`) => ({ one, other });
