"""The worked example of TU Delft's open course on structured expert judgment (3.7.3 and 3.8.2).

Three experts, five seed questions. In the page's table of decision makers, expert A's answer to
question 4 is printed as that to question 5; the figures are those of the answers below.
"""

import numpy as np

from tracktwo.risk import Seeds

TRUTH = np.array([24.0, 11, 68, 47, 31])
ANSWERS = np.array([
    [[2, 5, 7], [12, 13, 15], [87, 89, 92], [2, 5, 8], [48, 50, 52]],
    [[20, 23, 34], [8, 10, 11], [60, 70, 90], [20, 35, 45], [30, 35, 40]],
    [[20, 25, 28], [10, 13, 15], [65, 67, 70], [42, 44, 46], [32, 33, 35]],
], np.float64)  # fmt: skip
SEEDS = Seeds(("A", "B", "C"), ("1", "2", "3", "4", "5"), ANSWERS, TRUTH)

CALIBRATION = [3.621e-5, 0.608, 0.327]
INFORMATION = [1.418, 0.558, 1.354]
WEIGHTS = [0.00006565341, 0.4338007, 0.5661336]
PERFORMANCE = [
    [19.97, 24.48, 33.11],
    [8.19, 10.91, 14.86],
    [60.75, 67.56, 87.94],
    [21.02, 42.8, 45.97],
]
EQUAL = [[2.55, 21.77, 32.39], [8.31, 12.23, 14.91], [61.43, 71.08, 91.61], [2.55, 34.28, 45.7]]

WITHOUT_A_INFORMATION = [0.220, 0.971]
WITHOUT_A_WEIGHTS = [0.3, 0.7]
WITHOUT_A_PERFORMANCE = [
    [20, 24.68, 32.31], [8.33, 11.71, 14.92], [61.24, 67.34, 86.28], [23.03, 43.3, 45.98],
    [30.61, 33.29, 39.1],
]  # fmt: skip
WITHOUT_A_EQUAL = [
    [20, 24.38, 33.15], [8.15, 10.75, 14.82], [60.61, 67.69, 88.24], [21.39, 42.5, 45.96],
    [30.31, 33.57, 39.58],
]  # fmt: skip
