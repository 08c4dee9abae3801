"""Makes instrument-sans-latin.woff2: see README.md.  python subset.py <source.woff2> <target.woff2>"""

import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

source, target = sys.argv[1:]
font = TTFont(source)
# The kerning of the middle of what is used, for all of it.
middle = instantiateVariableFont(TTFont(source), {"wdth": 92, "wght": 470})
font["GPOS"] = middle["GPOS"]
font["GDEF"] = middle["GDEF"]

options = Options()
options.layout_features = ["ccmp", "kern", "liga", "locl", "mark", "mkmk", "pnum", "tnum"]
options.name_IDs = [0, 1, 2, 13, 14]
subsetter = Subsetter(options)
subsetter.populate(unicodes=font.getBestCmap().keys())
subsetter.subset(font)
font.flavor = "woff2"
font.save(target)
