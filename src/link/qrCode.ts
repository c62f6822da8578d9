// A text as a QR code, as one scans it from a projector.
import { encode } from 'uqr';

/** Rows of modules; true is dark. Around them four light modules have to stay free. */
type QrCode = readonly (readonly boolean[])[];

/** Chosen, not measured: above it modules are taken to be too small for a phone. 1,273 bytes at level L. */
const LARGEST_VERSION = 25;

/** Draws a text as a QR code at level L; null when it is too long for one that a phone reads from a screen. */
export function qrCode(text: string): QrCode | null {
  try {
    return encode(text, { ecc: 'L', maxVersion: LARGEST_VERSION, border: 0 }).data;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
