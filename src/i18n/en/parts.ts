// What the sentences of the model are made from: nouns, and the data that a fact or a refusal carries.
import { format } from './format';

/** A box in a sentence: as a name ("guest OS of VM 2") and after a preposition ("the guest OS of VM 2"). */
export interface Noun {
  readonly name: string;
  readonly the: string;
}

/** Flat data as facts, commands and refusals carry them. */
export type Parts = Readonly<Record<string, unknown>>;

/** A box with a name of its own, which takes no article. */
export function proper(name: string): Noun {
  return { name, the: name };
}

/** A box that is named after what it is, and so takes an article. */
export function common(name: string): Noun {
  return { name, the: `the ${name}` };
}

/** A sentence begins with a capital, unless it begins with a name such as `host-a`. */
export function sentence(text: string): string {
  const first = text.split(' ', 1)[0] ?? '';
  return /[-\d]/.test(first) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}

/** A number of the data, 0 when it is not there. */
export function amount(parts: Parts, key: string): number {
  const value = parts[key];
  return typeof value === 'number' ? value : 0;
}

/** A text of the data, empty when it is not there. */
export function word(parts: Parts, key: string): string {
  const value = parts[key];
  return typeof value === 'string' ? value : '';
}

/** A duration of the data in milliseconds, in words. */
export function span(parts: Parts, key: string): string {
  return format.duration(amount(parts, key) * 1_000);
}

/** A number of seconds, in words. */
export function seconds(parts: Parts, key: string): string {
  return format.duration(amount(parts, key) * 1_000_000);
}

/** An amount of memory of the data, in words. */
export function memory(parts: Parts, key: string): string {
  return format.memory(amount(parts, key));
}

/** As `memory`, to a hundredth: where a lesson names the amount. */
export function exactMemory(parts: Parts, key: string): string {
  return format.quantity(amount(parts, key));
}

/** A path as its OS writes it: the model keeps all of them with slashes, Windows writes `C:\shop`. */
export function osPath(path: string): string {
  return /^[A-Z]:\//.test(path) ? path.replaceAll('/', '\\') : path;
}
