// Whether the selected box is inspected, and where the focus goes when that begins and ends.
import { tick } from 'svelte';

/** The inspector of one page: opened and closed by its door, it follows the selection as long as it is open. */
export class Inspection {
  #isOpen = $state(false);
  /** It was asked for just now: whoever asked is taken to it. */
  asked = $state(false);
  /** The button that opens it. */
  door = $state<HTMLButtonElement>();

  get isOpen(): boolean {
    return this.#isOpen;
  }

  open(): void {
    this.#isOpen = true;
    this.asked = true;
  }

  /** Closes it; the focus goes back to its door. */
  async close(): Promise<void> {
    this.#isOpen = false;
    await tick();
    this.door?.focus();
  }

  /** Opens or closes it. */
  async toggle(): Promise<void> {
    if (this.#isOpen) await this.close();
    else this.open();
  }
}
