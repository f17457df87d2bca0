// Parts of Chromium that lib.dom of TypeScript 6.0.3 does not know yet; only what is used here.

interface Element {
  /** Parses and sanitises in one step, by the parser that will show the result. */
  setHTML(html: string, options: { readonly sanitizer: Sanitizer }): void;
}

/** A TrustedScriptURL in truth; a string to TypeScript, whose Worker takes nothing else. */
type TrustedScriptURL = string;

interface TrustedScriptURLPolicy {
  createScriptURL(url: string): TrustedScriptURL;
}

interface TrustedTypePolicyFactory {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): TrustedScriptURLPolicy;
}

declare const trustedTypes: TrustedTypePolicyFactory;
