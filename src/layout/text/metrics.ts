// How wide the characters of Atkinson Hyperlegible Next are, in thousandths of the font size, with tabular figures.
// Measured from the bundled font file in Chromium; a browser test compares real texts with them.

/** The two weights of the stage: plain and bold. */
export type Weight = 400 | 700;

interface Widths {
  /** Characters U+0020 to U+007E in order. */
  readonly ascii: readonly number[];
  readonly others: Readonly<Record<string, number>>;
}

// prettier-ignore
export const widths: Readonly<Record<Weight, Widths>> = {
  400: {
    ascii: [
      280, 286, 301, 651, 592, 919, 731, 160, 299, 299, 485, 606, 210, 362, 210, 387, 632, 632, 632,
      632, 632, 632, 632, 632, 632, 632, 210, 210, 553, 628, 553, 480, 778, 626, 613, 645, 669, 569,
      552, 694, 694, 392, 512, 631, 541, 824, 693, 714, 592, 724, 614, 592, 558, 690, 593, 856, 623,
      575, 607, 317, 387, 344, 552, 372, 243, 525, 566, 485, 564, 538, 314, 558, 550, 252, 245, 492,
      262, 845, 550, 548, 566, 574, 349, 471, 326, 540, 461, 684, 481, 449, 460, 344, 237, 344, 555,
    ],
    others: { '\u00a0': 280, '·': 240, '×': 532, '–': 504, '—': 824, '’': 236, '“': 399, '”': 399, '…': 670, ä: 525, ö: 548, ü: 540, Ä: 626, Ö: 714, Ü: 690, ß: 582, é: 538 },
  },
  700: {
    ascii: [
      313, 303, 390, 765, 610, 969, 725, 210, 335, 335, 485, 595, 271, 373, 272, 440, 632, 632, 632,
      632, 632, 632, 632, 632, 632, 632, 272, 272, 569, 612, 569, 547, 781, 678, 643, 658, 689, 597,
      566, 718, 701, 425, 561, 664, 552, 858, 717, 747, 629, 757, 650, 610, 607, 686, 644, 886, 685,
      650, 618, 340, 440, 344, 582, 400, 288, 552, 596, 510, 596, 563, 365, 593, 571, 300, 259, 555,
      318, 882, 571, 576, 596, 599, 376, 508, 376, 567, 530, 740, 540, 521, 506, 381, 254, 381, 537,
    ],
    others: { '\u00a0': 313, '·': 294, '×': 536, '–': 501, '—': 832, '’': 269, '“': 479, '”': 479, '…': 781, ä: 552, ö: 576, ü: 567, Ä: 678, Ö: 747, Ü: 686, ß: 621, é: 563 },
  },
};

/** Width of a character that is not in the table: wider than most, so that a text rather leaves room. */
export const unknownWidth = 800;
