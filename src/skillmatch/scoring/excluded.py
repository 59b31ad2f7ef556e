"""Words that no background model may know, since a score must not move with them.

They tell of a person and not of work: gender, family, age, nationality and origin. Personal names and places
are left out by whoever fits a model, from its corpus (see `benchmarks/fit_background.py`).
"""

from __future__ import annotations

PERSONAL_WORDS = frozenset(
    """
    he him his himself she her hers herself mr mrs ms miss sir madam male female man men woman women boy boys girl
    girls gender sex transgender father mother dad mom husband wife son daughter brother sister fraternity sorority
    married single divorced widowed marital pregnant maternity paternity spouse born birth birthday age aged old young
    nationality citizen citizenship native ethnicity ethnic race religion religious christian catholic muslim jewish
    hindu buddhist black white asian hispanic latino latina caucasian african american arab
    afghan albanian algerian argentine argentinian armenian australian austrian azerbaijani bangladeshi belarusian
    belgian bolivian bosnian brazilian british bulgarian cambodian cameroonian canadian chilean chinese colombian
    croatian cuban cypriot czech danish dominican dutch ecuadorian egyptian english estonian ethiopian european
    filipino finnish french georgian german ghanaian greek guatemalan haitian honduran hungarian icelandic indian
    indonesian iranian iraqi irish israeli italian jamaican japanese jordanian kazakh kenyan korean kuwaiti latvian
    lebanese libyan lithuanian macedonian malaysian maltese mexican moldovan mongolian moroccan nepali nepalese
    nicaraguan nigerian norwegian pakistani palestinian panamanian peruvian polish portuguese puerto rican romanian
    russian salvadoran saudi scottish senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish
    swiss syrian taiwanese tanzanian thai tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese
    welsh yemeni zambian zimbabwean
    """.split()  # noqa: SIM905
)
