## Bedömningar. judged är en sats om $goal ("målet, minst 80 %,"), part en sats om en del med titeln $title.

verdict-met = Uppnått
    .judged = { $goal } är uppnått
    .then = då är { $of ->
        [part] delen uppnådd
       *[goal] målet uppnått
    }
    .part = Delen ”{ $title }” är uppnådd
    .meaning = Målet är uppnått, även när osäkerheten räknas in.
verdict-likely-met = Troligen uppnått
    .judged = { $goal } är troligen uppnått
    .then = då är { $of ->
        [part] delen troligen uppnådd
       *[goal] målet troligen uppnått
    }
    .part = Delen ”{ $title }” är troligen uppnådd
    .meaning = Siffrorna talar tydligt för det, men bygger på ett antagande som inte går att pröva.
verdict-undetermined = Ej avgjort
    .judged = om { $goal } är uppnått går inte att avgöra
    .then = då går det inte att avgöra om { $of ->
        [part] delen är uppnådd
       *[goal] målet är uppnått
    }
    .part = Om delen ”{ $title }” är uppnådd går inte att avgöra
    .meaning = Siffrorna räcker inte för att säga om målet är uppnått eller inte.
verdict-likely-not-met = Troligen ej uppnått
    .judged = { $goal } är troligen inte uppnått
    .then = då är { $of ->
        [part] delen troligen inte uppnådd
       *[goal] målet troligen inte uppnått
    }
    .part = Delen ”{ $title }” är troligen inte uppnådd
    .meaning = Siffrorna talar tydligt emot det, men bygger på ett antagande som inte går att pröva.
verdict-not-met = Ej uppnått
    .judged = { $goal } är inte uppnått
    .then = då är { $of ->
        [part] delen inte uppnådd
       *[goal] målet inte uppnått
    }
    .part = Delen ”{ $title }” är inte uppnådd
    .meaning = Målet är inte uppnått, även när osäkerheten räknas in.
verdict-not-assessable = Kan inte bedömas
    .judged = { $goal } kan inte bedömas
    .then = då kan { $of ->
        [part] delen
       *[goal] målet
    } inte bedömas
    .part = Delen ”{ $title }” kan inte bedömas
    .meaning = Det finns inget utfall som kan prövas mot målet, eller så går målet inte att nå rent räknemässigt. Skälet står vid målet.
verdict-no-target = Inget mål satt
    .judged = { $goal } saknar målnivå
    .then = då saknar { $of ->
        [part] delen
       *[goal] målet
    } målnivå
    .part = Delen ”{ $title }” saknar målnivå
    .meaning = Projektet har inte satt någon nivå. Resultatet beskrivs men bedöms inte.
