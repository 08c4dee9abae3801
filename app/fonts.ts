import localFont from 'next/font/local';

/*
 * Instrument Sans with its width axis: the narrow end is the display cut, the wide end the text. The two files are the
 * two alphabets a page may need; only the first is worth preloading. What stands in until it arrives is in globals.css.
 */
const latin = localFont({
  src: './fonts/instrument-sans-latin.woff2',
  weight: '400 700',
  variable: '--font-instrument-latin',
  adjustFontFallback: false,
  declarations: [
    { prop: 'font-stretch', value: '75% 100%' },
    {
      prop: 'unicode-range',
      value:
        'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
    },
  ],
});

const latinExtended = localFont({
  src: '../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-ext-wdth-normal.woff2',
  weight: '400 700',
  variable: '--font-instrument-extended',
  preload: false,
  adjustFontFallback: false,
  declarations: [
    { prop: 'font-stretch', value: '75% 100%' },
    {
      prop: 'unicode-range',
      value:
        'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
    },
  ],
});

/** Class names that define the font variables of globals.css; they go on <html>. */
export const fontVariables = `${latin.variable} ${latinExtended.variable}`;
