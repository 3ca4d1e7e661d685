/** Mocha's build for browsers has no types of its own; its class is the same. */
declare module 'mocha/mocha.mjs' {
  export { default } from 'mocha';
}
