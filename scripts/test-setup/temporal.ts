// Electron 45 has Temporal natively, Node 24 has it not: tests put the polyfill in its place.
import 'temporal-polyfill/global';
