/** Matches words spelt the American way; what is ours is spelt the British way. */
export const americanSpelling =
  /\b(?:(?:behavior|color|favor|honor|labor|neighbor|rumor|humor)\w*|center(?:s|ed)?|meter|theater|catalog|dialog|fulfill?ment|judgment|skillful|learned|gray|traveled|modeling|labeled|canceled|defense|offense|(?!(?:size|prize|seize|capsize|downsize|resize)[sd]?\b)\w+(?:ize[sd]?|izing|ization)|analyz\w+)\b/gi;
