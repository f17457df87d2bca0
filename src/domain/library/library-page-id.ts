const madeByTheApp = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/;

/**
 * Whether a page that the reader shows is a document of the library, which has the id that it was
 * given when it came; pages that ship with the app are named by their words.
 */
export const isLibraryPageId = (pageId: string): boolean => madeByTheApp.test(pageId);
