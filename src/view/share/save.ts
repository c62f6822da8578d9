// Files that the reader keeps, and files that the reader chooses.

/** Has the browser save some text or a picture under a name. */
export function save(content: Blob | string, name: string): void {
  const blob = typeof content === 'string' ? new Blob([content], { type: 'application/json' }) : content;
  const address = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The browser takes hold of it in this instant's tasks; much later nobody needs it.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The text of a chosen file, `most` characters and one at most, so that a huge one is not loaded. */
export function textOf(file: Blob, most: number): Promise<string> {
  // A character is at least one byte.
  return file.slice(0, 4 * most + 1).text();
}
