// The one glossary: two lines for each term that a page opens on the spot.

/** Definitions by the id that `:term[...]{id="..."}` names. */
export const glossary: Readonly<Record<string, string>> = {
  'blast-radius':
    'All boxes that fall when one box breaks: everything that stands on it, directly or not. What only needs it answers with errors, but has not fallen.',
  hypervisor:
    'The program that gives each VM its share of a computer. Type 1 runs on the bare hardware, type 2 on an operating system, like any other program there.',
  picker:
    'Whoever starts a box again after it stopped: a service manager, a runtime, a hypervisor, a rebooting kernel, or a person. Unless somebody was told to, nobody does.',
};
