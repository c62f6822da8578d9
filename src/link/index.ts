// The door of addresses: what the address bar says, and what a page is asked for by it.
export { formatAddress, parseAddress, type Address, type ReadAddress } from './address';
export { noOptions, type LessonOptions, type Note } from './options';
