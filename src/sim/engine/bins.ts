// Numbered bins that are opened in order of their numbers; each holds the first slot of a chain.

/** A map from bin to slot that also knows which bin comes first. */
export class Bins {
  #chains = new Map<number, number>();
  /** Bins that are not empty, as a heap. */
  #order: number[] = [];

  /** The same bins once more, to be opened apart from these. */
  copy(): Bins {
    const copy = new Bins();
    copy.#chains = new Map(this.#chains);
    copy.#order = this.#order.slice();
    return copy;
  }

  get isEmpty(): boolean {
    return this.#order.length === 0;
  }

  /** Makes `slot` the first of its bin; answers which slot was the first before, or `nothing`. */
  put(bin: number, slot: number, nothing: number): number {
    const before = this.#chains.get(bin);
    this.#chains.set(bin, slot);
    if (before !== undefined) return before;
    this.#add(bin);
    return nothing;
  }

  /** The number of the first bin; there must be one. */
  get first(): number {
    return this.#order[0]!;
  }

  /** Takes the first bin away and returns the first slot of its chain. */
  open(): number {
    const bin = this.#removeFirst();
    const slot = this.#chains.get(bin)!;
    this.#chains.delete(bin);
    return slot;
  }

  #add(bin: number): void {
    const order = this.#order;
    let at = order.push(bin) - 1;
    for (let parent = (at - 1) >> 1; at > 0 && order[parent]! > bin; parent = (at - 1) >> 1) {
      order[at] = order[parent]!;
      at = parent;
    }
    order[at] = bin;
  }

  #removeFirst(): number {
    const order = this.#order;
    const first = order[0]!;
    const last = order.pop()!;
    const size = order.length;
    if (size === 0) return first;
    let at = 0;
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && order[child + 1]! < order[child]!) child++;
      if (order[child]! >= last) break;
      order[at] = order[child]!;
      at = child;
    }
    order[at] = last;
    return first;
  }
}
