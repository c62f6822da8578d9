// Reads what this browser keeps beside the progress: small texts of ours, which may be anything by now.
import * as v from 'valibot';

/**
 * Stored text by its shape: what stands when there is none is `nothing`; null when the text is longer than `most`
 * characters or not of that shape. Never throws.
 */
export function parseStored<T>(
  text: string | null,
  shape: v.GenericSchema<unknown, T>,
  nothing: T,
  most: number,
): T | null {
  if (text === null) return nothing;
  if (text.length > most) return null;
  try {
    const parsed = v.safeParse(shape, JSON.parse(text));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
