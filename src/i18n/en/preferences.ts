// Words of the settings dialog in English.

/** What can be set, and what each choice is called. */
export const enPreferences = {
  title: 'Settings',
  theme: {
    title: 'Colours',
    choices: {
      system: 'As this device says',
      light: 'Light',
      dark: 'Dark',
      contrast: 'High contrast',
    },
    fixed: 'The address of this page asks for its own colours: your choice shows on other pages.',
  },
  telling: {
    title: 'What is told',
    hint: 'By captions and to screen readers, while time runs.',
    choices: {
      little: 'What falls and what comes back',
      some: 'The same, and what you do, and who picks it up',
      all: 'Everything that happens',
    },
  },
  captions: 'Show captions under the stage',
  letterKeys: 'Use keys that are a single letter or sign',
};

/** What a language has to say about settings. */
export type PreferenceWords = typeof enPreferences;
