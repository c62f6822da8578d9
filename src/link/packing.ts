// Text <-> a few characters of an address: deflated, in base64url, with its length and a checksum before it.
// `1.<length, base 36>.<checksum>.<packed>`: what is cut or altered is known before anything is unpacked.
import { Digest } from '../sim';
import { MOST_LINK, MOST_TEXT } from './limits';
import { BadSituation } from './problem';

/** Rises when the form before the packed part, or the way of packing, changes. */
const FORM = 1;
const LINK = /^(\d{1,6})\.([0-9a-z]{1,4})\.([0-9a-f]{8})\.([A-Za-z0-9_-]*)$/;
/** How its beginning looks, for a link that was cut before its packed part. */
const BEGINNING = /^\d{1,6}(\.|$)[0-9a-z]{0,4}(\.|$)[0-9a-f]{0,8}$/;
/** Bytes given to the decompressor at once: even the best bomb makes no more than a thousand times of it. */
const PIECE = 512;

/** Packs a text. */
export async function pack(text: string): Promise<string> {
  const deflated = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
  const packed = base64url(new Uint8Array(await new Response(deflated).arrayBuffer()));
  return [FORM, packed.length.toString(36), checksum(packed), packed].join('.');
}

/** Unpacks what `pack` made, which may have been changed on its way. Throws BadSituation. */
export async function unpack(link: string): Promise<string> {
  if (link.length > MOST_LINK) throw new BadSituation({ code: 'too-long', most: MOST_LINK });
  const [, form, length, sum, packed] = LINK.exec(link) ?? [];
  if (packed === undefined) throw new BadSituation({ code: BEGINNING.test(link) ? 'cut' : 'strange' });
  if (Number(form) > FORM) throw new BadSituation({ code: 'newer', of: 'format' });
  if (packed.length < parseInt(length ?? '', 36)) throw new BadSituation({ code: 'cut' });
  if (Number(form) !== FORM || packed.length !== parseInt(length ?? '', 36) || checksum(packed) !== sum)
    throw new BadSituation({ code: 'altered' });
  try {
    return await inflate(bytesOf(packed));
  } catch (error) {
    throw error instanceof BadSituation ? error : new BadSituation({ code: 'altered' });
  }
}

function checksum(packed: string): string {
  const digest = new Digest();
  digest.text(packed);
  return digest.toString().slice(0, 8);
}

/** Unpacks in small pieces and stops as soon as there is more than a situation needs. */
async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const written = feed(writable.getWriter(), bytes);
  // Whatever goes wrong there also reaches the reader.
  written.catch(() => undefined);
  const reader = readable.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let size = 0;
  for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
    size += piece.value.byteLength;
    if (size > MOST_TEXT) {
      await reader.cancel().catch(() => undefined);
      throw new BadSituation({ code: 'bomb', most: MOST_TEXT });
    }
    text += decoder.decode(piece.value, { stream: true });
  }
  return text + decoder.decode();
}

async function feed(writer: WritableStreamDefaultWriter<BufferSource>, bytes: Uint8Array<ArrayBuffer>) {
  for (let at = 0; at < bytes.length; at += PIECE) await writer.write(bytes.subarray(at, at + PIECE));
  await writer.close();
}

function base64url(bytes: Uint8Array): string {
  const text = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

function bytesOf(packed: string): Uint8Array<ArrayBuffer> {
  const text = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
