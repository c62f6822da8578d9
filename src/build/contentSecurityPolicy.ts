// The Vite plugin that writes a Content-Security-Policy into every built page.
import type { Plugin } from 'vite';

/** A policy: what each directive allows. */
export type Policy = Readonly<Record<string, string>>;

/** What a built page may load: its own files, and pictures it makes itself. Nothing inline, no other origin. */
export const policy: Policy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'font-src': "'self'",
  'img-src': "'self' data: blob:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

const written = (rules: Policy) =>
  Object.entries(rules)
    .map(([directive, allowed]) => `${directive} ${allowed}`)
    .join('; ');

/**
 * Puts a policy first in the head of each built page, before anything it has to govern. The development
 * server is left alone: its hot reload needs inline styles. Throws when a page carries an inline script or style.
 */
export function contentSecurityPolicy(rules: Policy): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { path }) {
        const inline = /<script(?![^>]*\bsrc=)[^>]*>|<style\b|\sstyle="|\son[a-z]+="/i.exec(html);
        if (inline)
          throw new Error(
            `${path}: "${inline[0].trim()}" would be blocked by the page's own policy; move it to a file`,
          );
        const attrs = { 'http-equiv': 'Content-Security-Policy', content: written(rules) };
        return [{ tag: 'meta', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}
