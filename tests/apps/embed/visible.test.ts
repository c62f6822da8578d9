// A frame plays when it was told to and can be seen; what it was told while nobody saw it holds.
import { describe, expect, it } from 'vitest';
import { Playing } from '../../../src/apps/embed/visible';

function frame() {
  const playback = {
    playing: false,
    play: () => void (playback.playing = true),
    pause: () => void (playback.playing = false),
  };
  return { playback, playing: new Playing(playback) };
}

describe('a frame out of sight', () => {
  it('stands still, and plays on when it is seen again', () => {
    const { playback, playing } = frame();
    playing.play();
    playing.see(false);
    expect(playback.playing).toBe(false);
    playing.see(false);
    playing.see(true);
    expect(playback.playing).toBe(true);
  });

  it('stays where it stood when it did not play', () => {
    const { playback, playing } = frame();
    playing.see(false);
    playing.see(true);
    expect(playback.playing).toBe(false);
  });

  it('does not play on when it was told to stop in the meantime', () => {
    const { playback, playing } = frame();
    playing.play();
    playing.see(false);
    playing.pause();
    playing.see(true);
    expect(playback.playing).toBe(false);
  });

  it('begins to play only when it is seen', () => {
    const { playback, playing } = frame();
    playing.see(false);
    playing.play();
    expect(playback.playing).toBe(false);
    playing.see(true);
    expect(playback.playing).toBe(true);
  });
});

describe('a frame that begins again', () => {
  /** Sends it back to the start, tells it something on the way there, and says whether it plays once it is there. */
  async function playsAfter(tell: (playing: Playing) => void): Promise<boolean> {
    const { playback, playing } = frame();
    let arrive: () => void = () => undefined;
    const way = new Promise<void>((resolve) => (arrive = resolve));
    playing.play();
    const arrived = playing.playAfter(() => way);
    expect(playback.playing).toBe(false);
    tell(playing);
    arrive();
    await arrived;
    return playback.playing;
  }

  it('plays on from there, also when it was told to play on the way', async () => {
    expect(await playsAfter(() => undefined)).toBe(true);
    expect(await playsAfter((playing) => playing.play())).toBe(true);
  });

  it('stands still when it was told so on the way', async () => {
    expect(await playsAfter((playing) => playing.pause())).toBe(false);
  });
});
