## Vad som mäts, som det står i en tabell

measure-share = andel
measure-share-improved = andel som förbättrat sig
measure-share-improved-any = andel som förbättrat sig alls
measure-share-improved-step = andel som förbättrat sig minst ett steg
measure-share-improved-reliable = andel med säker förbättring
measure-share-difference = skillnad mellan andelarna
measure-restricted-mean-difference-plain = skillnad mellan medeltiderna utan hänsyn till ärendetyp
measure-median-difference = skillnad mellan mediantiderna
