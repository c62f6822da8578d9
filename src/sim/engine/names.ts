// Strings that occur again and again, kept once and known by a small number.

/** Two-way table between strings and numbers from 0 upwards, in order of first use. */
export class Names {
  readonly #numbers = new Map<string, number>();
  readonly #texts: string[] = [];

  /** The string's number; a new one at first sight. */
  number(text: string): number {
    let number = this.#numbers.get(text);
    if (number === undefined) {
      number = this.#texts.length;
      this.#numbers.set(text, number);
      this.#texts.push(text);
    }
    return number;
  }

  /** The string behind a number that `number` returned. */
  text(number: number): string {
    return this.#texts[number]!;
  }
}
