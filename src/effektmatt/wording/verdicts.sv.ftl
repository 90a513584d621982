## Bedömningar. judged är en sats om $goal ("målet, minst 80 %,"), part en sats om en del med titeln $title.

verdict-met = Uppnått
    .judged = { $goal } är uppnått
    .then = då är { $goal } uppnått
    .part = Delen ”{ $title }” är uppnådd
    .parts = { $n ->
        [one] Delen { $titles } är uppnådd
       *[other] Delarna { $titles } är uppnådda
    }
    .meaning = Målet är uppnått, även när osäkerheten räknas in.
verdict-likely-met = Troligen uppnått
    .judged = { $goal } är troligen uppnått
    .then = då är { $goal } troligen uppnått
    .part = Delen ”{ $title }” är troligen uppnådd
    .parts = { $n ->
        [one] Delen { $titles } är troligen uppnådd
       *[other] Delarna { $titles } är troligen uppnådda
    }
    .meaning = Siffrorna talar tydligt för det, men bygger på ett antagande som inte går att pröva.
verdict-undetermined = Ej avgjort
    .judged = om { $goal } är uppnått går inte att avgöra
    .then = då går det inte att avgöra om { $goal } är uppnått
    .part = Om delen ”{ $title }” är uppnådd går inte att avgöra
    .parts = { $n ->
        [one] Om delen { $titles } är uppnådd går inte att avgöra
       *[other] Om delarna { $titles } är uppnådda går inte att avgöra
    }
    .meaning = Siffrorna räcker inte för att säga om målet är uppnått eller inte.
verdict-likely-not-met = Troligen ej uppnått
    .judged = { $goal } är troligen inte uppnått
    .then = då är { $goal } troligen inte uppnått
    .part = Delen ”{ $title }” är troligen inte uppnådd
    .parts = { $n ->
        [one] Delen { $titles } är troligen inte uppnådd
       *[other] Delarna { $titles } är troligen inte uppnådda
    }
    .meaning = Siffrorna talar tydligt emot det, men bygger på ett antagande som inte går att pröva.
verdict-not-met = Ej uppnått
    .judged = { $goal } är inte uppnått
    .then = då är { $goal } inte uppnått
    .part = Delen ”{ $title }” är inte uppnådd
    .parts = { $n ->
        [one] Delen { $titles } är inte uppnådd
       *[other] Delarna { $titles } är inte uppnådda
    }
    .meaning = Målet är inte uppnått, även när osäkerheten räknas in.
verdict-not-assessable = Kan inte bedömas
    .judged = { $goal } kan inte bedömas
    .then = då kan { $goal } inte bedömas
    .part = Delen ”{ $title }” kan inte bedömas
    .parts = { $n ->
        [one] Delen { $titles } kan inte bedömas
       *[other] Delarna { $titles } kan inte bedömas
    }
    .meaning = Det finns inget utfall som kan prövas mot målet, eller så går målet inte att nå rent räknemässigt. Skälet står vid målet.
verdict-no-target = Inget mål satt
    .judged = { $goal } saknar målnivå
    .then = då saknar { $goal } målnivå
    .part = Delen ”{ $title }” saknar målnivå
    .parts = { $n ->
        [one] Delen { $titles } beskrivs utan målnivå
       *[other] Delarna { $titles } beskrivs utan målnivå
    }
    .meaning = Projektet har inte satt någon nivå. Resultatet beskrivs men bedöms inte.
