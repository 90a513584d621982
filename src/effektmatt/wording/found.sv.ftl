## Det som ligger i en mapp: kolumnerna i filerna, och vad en ny plan gissar.

describe-title = { $name }: { $rows ->
    [one] en rad
   *[other] { $rows } rader
}, { $columns ->
    [one] en kolumn
   *[other] { $columns } kolumner
}
describe-frame = Tabellen
describe-sheet = { $file }, bladet { $sheet }
describe-nothing = Här finns inga datafiler.
describe-column = Kolumn
describe-holds = Innehåll
describe-filled = Ifyllda
describe-missing = Tomma
describe-different = Olika
describe-values = Värden
describe-named = { $name } ({ $label })
describe-value = { $value }: { $n }
describe-from-to = { $low } till { $high }
describe-more = och { $n } till
describe-no-answers = inget svar: { $values }
describe-not-shown = visas inte
describe-kind-empty = tom
describe-kind-code = kod eller nyckel
describe-kind-date = datum
describe-kind-period = år eller period
describe-kind-number = tal
describe-kind-answers = svar på en skala
describe-kind-group = grupp
describe-kind-text = fritext
describe-kind-personal-number = personnummer
describe-kind-mail = e-postadresser
describe-kind-telephone = telefonnummer
describe-kind-names = namn på personer
describe-personal = { $columns }: personuppgifter. De visas inte här, och bör inte ligga i filerna när de inte behövs.
describe-personal-number = { $columns }: personnummer. effektmatt läser ingen fil med personnummer. Byt ut dem mot egna koder.
describe-guessed-order = { $columns }: svarens ordning går inte att se på orden.
