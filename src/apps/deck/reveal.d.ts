// What the example deck uses of reveal.js, which is no part of the course: its types are checked without the package.
declare module 'reveal.js' {
  const Reveal: { initialize(options: Readonly<Record<string, unknown>>): Promise<unknown> };
  export default Reveal;
}
declare module 'reveal.js/plugin/notes' {
  const Notes: () => { readonly id: string };
  export default Notes;
}
