// Measures a page as it stands: every word that can be seen, and every box of the stage.
import type { Frame, Page } from '@playwright/test';

/** A rectangle in CSS pixels. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Waits until fonts are there and nothing moves or fades any more. */
export async function settle(page: Page | Frame): Promise<void> {
  await page.evaluate(async () => {
    const frame = () => new Promise(requestAnimationFrame);
    await document.fonts.ready;
    for (let quiet = 0; quiet < 3; quiet++) {
      await frame();
      const moving = document.getAnimations().filter(({ playState }) => playState === 'running');
      if (moving.length === 0) continue;
      quiet = -1;
      await Promise.allSettled(moving.map(({ finished }) => finished));
    }
  });
}

/** What is wrong with the text of a page: one line for each fault. Words that are only for the ear are left out. */
export async function textFaults(page: Page | Frame): Promise<readonly string[]> {
  await settle(page);
  return page.evaluate(() => {
    interface Word {
      readonly text: string;
      readonly node: Node;
      readonly element: Element;
      readonly layer: number;
      readonly left: number;
      readonly right: number;
      readonly top: number;
      readonly bottom: number;
    }
    const SMALLEST = 12;
    const SLACK = 1;
    const pen = document.createElement('canvas').getContext('2d')!;
    const styles = new Map<Element, CSSStyleDeclaration>();
    const styleOf = (element: Element) => {
      const style = styles.get(element) ?? getComputedStyle(element);
      styles.set(element, style);
      return style;
    };
    const chainOf = (element: Element): Element[] =>
      element.parentElement ? [element, ...chainOf(element.parentElement)] : [element];
    const isForTheEar = (element: Element) =>
      chainOf(element).some((each) => styleOf(each).clipPath.startsWith('inset(50%'));
    const scrolls = (element: Element) => /auto|scroll/.test(styleOf(element).overflowY);
    /** Words on different layers pass over each other when one scrolls: only those of one layer are compared. */
    const layers = new Map<Element, number>();
    const layerOf = (element: Element) => {
      const layer = chainOf(element).find(
        (each) => scrolls(each) || ['sticky', 'fixed'].includes(styleOf(each).position),
      );
      if (layer !== undefined && !layers.has(layer)) layers.set(layer, layers.size + 1);
      return layer === undefined ? 0 : layers.get(layer)!;
    };

    /** The ink of a word: what its letters cover, not the line they stand on. */
    const inkOf = (text: string, element: Element, { top, height }: DOMRect) => {
      const { fontStyle, fontWeight, fontSize, fontFamily } = styleOf(element);
      pen.font = `${fontStyle} ${fontWeight} ${fontSize} ${fontFamily}`;
      const size = pen.measureText(text);
      const scale = height / (size.fontBoundingBoxAscent + size.fontBoundingBoxDescent);
      return {
        top: top + (size.fontBoundingBoxAscent - size.actualBoundingBoxAscent) * scale,
        bottom: top + (size.fontBoundingBoxAscent + size.actualBoundingBoxDescent) * scale,
      };
    };

    const wordsOf = (node: Node): Word[] => {
      const element = node.parentElement;
      const whole = node.textContent ?? '';
      if (!element?.checkVisibility({ visibilityProperty: true, opacityProperty: true })) return [];
      if (whole.trim() === '' || isForTheEar(element)) return [];
      const layer = layerOf(element);
      return [...whole.matchAll(/\S+/g)].flatMap(({ 0: text, index }) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + text.length);
        return [...range.getClientRects()]
          .filter(({ width }) => width > 0)
          .map((rect) => {
            const { left, right } = rect;
            return { text, node, element, layer, left, right, ...inkOf(text, element, rect) };
          });
      });
    };

    const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const words: Word[] = [];
    while (texts.nextNode()) words.push(...wordsOf(texts.currentNode));

    const faults: string[] = [];
    const place = ({ text, left, top }: Word) => `"${text}" at ${Math.round(left)},${Math.round(top)}`;
    /** Those in which an element is laid out: what is placed absolutely passes over static ones, a dialog over all. */
    const holdersOf = (element: Element): Element[] => {
      let isPlaced = false;
      let isFixed = false;
      return chainOf(element).filter((each) => {
        const { position } = styleOf(each);
        if (isFixed || (isPlaced && position === 'static')) return false;
        isPlaced = position === 'absolute';
        isFixed = position === 'fixed';
        return true;
      });
    };
    const isWithin = (word: Word, { left, right, top, bottom }: DOMRect) =>
      word.left >= left - SLACK &&
      word.right <= right + SLACK &&
      word.top >= top - SLACK &&
      word.bottom <= bottom + SLACK;

    const covers = (a: Word, b: { left: number; right: number; top: number; bottom: number }) =>
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 0.5 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 0.5;
    const drawn = [...document.querySelectorAll('[data-outline] rect')];
    const pills = drawn
      .filter((pill) => pill.checkVisibility({ visibilityProperty: true }))
      .map((pill) => ({
        group: pill.parentElement!,
        rect: pill.getBoundingClientRect(),
      }));

    const grounds = [...document.querySelectorAll('.stage .host .hardware')].map((ground) =>
      ground.getBoundingClientRect(),
    );

    for (const [at, word] of words.entries()) {
      const { element } = word;
      if (Number.parseFloat(styleOf(element).fontSize) < SMALLEST) faults.push(`small: ${place(word)}`);
      if (word.left < -SLACK || word.right > document.documentElement.clientWidth + SLACK)
        faults.push(`outside the window: ${place(word)}`);
      const svg = element.closest('svg');
      const blocks = holdersOf(element).filter((each) => !/inline$|contents/.test(styleOf(each).display));
      const block = svg ?? blocks[0]!;
      const isWide = (each: Element) =>
        word.left < each.getBoundingClientRect().left - SLACK ||
        word.right > each.getBoundingClientRect().right + SLACK;
      if (!isWithin(word, block.getBoundingClientRect()) || (!svg && blocks.some(isWide)))
        faults.push(`outside its ${svg ? 'picture' : block.tagName.toLowerCase()}: ${place(word)}`);
      const clip = chainOf(element).find(
        (each) => /hidden|clip/.test(styleOf(each).overflow) && each !== svg,
      );
      if (clip && !isWithin(word, clip.getBoundingClientRect())) faults.push(`clipped: ${place(word)}`);
      for (const other of words.slice(at + 1)) {
        const isOther = other.node !== word.node || Math.abs(other.top - word.top) > 4;
        if (isOther && other.layer === word.layer && covers(word, other))
          faults.push(`overlap: ${place(word)} and ${place(other)}`);
      }
      if (!svg && word.layer === 0 && grounds.some((ground) => covers(word, ground)))
        faults.push(`over the hardware: ${place(word)}`);
      for (const { group, rect } of pills)
        if (svg && !group.contains(element) && covers(word, rect))
          faults.push(`under a count: ${place(word)}`);
    }

    for (const list of document.querySelectorAll('select')) {
      if (!list.checkVisibility()) continue;
      const { fontWeight, fontSize, fontFamily, paddingLeft, paddingRight } = styleOf(list);
      pen.font = `${fontWeight} ${fontSize} ${fontFamily}`;
      const text = list.selectedOptions[0]?.textContent.trim() ?? '';
      const room = list.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
      if (pen.measureText(text).width > room + SLACK) faults.push(`clipped in its list: "${text}"`);
      if (Number.parseFloat(fontSize) < SMALLEST) faults.push(`small in its list: "${text}"`);
    }

    const wide = [document.documentElement, ...chainOf(document.querySelector('main')!)];
    for (const element of [...wide, ...document.querySelectorAll('main *')])
      if (element.scrollWidth > element.clientWidth + SLACK && (element === wide[0] || scrolls(element)))
        faults.push(`scrolls sideways: ${element.tagName.toLowerCase()}`);
    return faults;
  });
}

/** A box as it is drawn on the stage; a host by the frame of its memory. */
export interface DrawnBox extends Rect {
  readonly id: string;
}

/** Every box of the stage by its id, in pixels from the stage's corner. */
export async function drawnBoxes(page: Page): Promise<readonly DrawnBox[]> {
  await settle(page);
  return page.evaluate(() =>
    [...document.querySelectorAll('[data-id]')].map((box) => {
      const corner = box.closest('svg')!.getBoundingClientRect();
      const { x, y, width, height } = box.querySelector('rect')!.getBoundingClientRect();
      return { id: box.getAttribute('data-id')!, x: x - corner.x, y: y - corner.y, width, height };
    }),
  );
}
