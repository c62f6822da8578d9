// What the client makes of an author's attributes, and what it believes of what a window says.
import { describe, expect, it } from 'vitest';
import { frameAddress, siteOf, stillAddress } from '../../../src/link/client/address';
import { KEY_CODES, readHeard } from '../../../src/link/client/heard';
import { DECK_KEYS, MESSAGE_VERSION } from '../../../src/link/messages';
import { parseEmbedAddress } from '../../../src/link/embedAddress';

const SITE = 'https://a.example/course/';

describe('addresses', () => {
  it('the site lies beside the script, or where the author says', () => {
    expect(siteOf({}, `${SITE}blast-radius-slides.js?v=2`)).toBe(SITE);
    expect(siteOf({ site: 'https://b.example/c/' }, `${SITE}blast-radius-slides.js`)).toBe(
      'https://b.example/c/',
    );
    expect(siteOf({ site: '../other/' }, `${SITE}x.js`)).toBe('https://a.example/other/');
  });

  it('a frame is asked for by an address that it reads without a note', () => {
    const written = { lesson: 'one-kernel-falls', moment: 'host-back', options: 'controls=0&theme=dark' };
    const { search, hash } = new URL(frameAddress(written, SITE));
    const { lesson, options, notes, clicker } = parseEmbedAddress(search, hash);
    expect({ lesson, notes, clicker }).toEqual({ lesson: 'one-kernel-falls', notes: [], clicker: false });
    expect(options).toMatchObject({ moment: 'host-back', controls: false, theme: 'dark' });
  });

  it('a situation goes behind the #, whatever characters it has', () => {
    const { hash, search } = new URL(frameAddress({ situation: '1.400.ab+c&d=/.x' }, SITE));
    expect(parseEmbedAddress(search, hash).situation).toBe('1.400.ab+c&d=/.x');
  });

  it('a still has the name of its moment, else the number of its step', () => {
    expect(stillAddress('a', { moment: 'm', step: '2' }, SITE)).toBe(`${SITE}stills/a/m.svg`);
    expect(stillAddress('a', { step: '2' }, SITE)).toBe(`${SITE}stills/a/step-2.svg`);
    expect(stillAddress('a', { moment: '../../x' }, SITE)).toBe(`${SITE}stills/a/..%2F..%2Fx.svg`);
    expect(stillAddress('a', {}, SITE)).toBeNull();
    expect(stillAddress(undefined, { moment: 'm' }, SITE)).toBeNull();
  });
});

describe('what a frame says', () => {
  const said = (fields: object) => readHeard({ v: MESSAGE_VERSION, ...fields });

  it('every key of a deck is known', () => {
    expect(Object.keys(KEY_CODES).sort()).toEqual([...DECK_KEYS].sort());
    for (const key of DECK_KEYS) expect(said({ type: 'sim:key', key })).toEqual({ is: 'key', key });
  });

  it('ready, time and errors are understood', () => {
    expect(said({ type: 'sim:ready', lesson: null, moments: [] })).toEqual({ is: 'ready' });
    expect(said({ type: 'sim:time', ms: 5, playing: true })).toEqual({ is: 'time', playing: true });
    expect(said({ type: 'sim:error', what: 'refused', why: 'x'.repeat(1000) })).toEqual({
      ...{ is: 'error', why: 'x'.repeat(300) },
    });
  });

  it.each([
    ['nothing', null],
    ['a string', '{"type":"sim:ready","v":1}'],
    ['another version', { type: 'sim:ready', v: 2 }],
    ['another type', { type: 'sim:fact', v: 1 }],
    ['a type that is none', { type: {}, v: 1 }],
    ['a key that no clicker has', { type: 'sim:key', v: 1, key: 'Enter' }],
    ['a key of the prototype', { type: 'sim:key', v: 1, key: 'constructor' }],
    ['a key that is no text', { type: 'sim:key', v: 1, key: ['b'] }],
  ])('%s is not heard', (_, data) => {
    expect(readHeard(data)).toBeNull();
  });
});
