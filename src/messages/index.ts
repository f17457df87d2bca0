// Every text on screen, by typed key; the texts are in messages/<locale>/*.json.
export * as m from './generated/messages.js';
