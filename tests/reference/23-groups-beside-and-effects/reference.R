# Rscript reference.R   (R 4.2, survey 4.1-1, clubSandwich 0.5.8, survival 3.5-3); reads the data of case 22, writes reference.csv beside this file.
suppressMessages({library(survey); library(clubSandwich); library(survival)}); options(digits = 17)
people <- read.csv("../22-groups-in-two-waves/data.csv"); long <- read.csv("../22-groups-in-two-waves/answers.csv"); cases <- read.csv("../22-groups-in-two-waves/cases.csv")
out <- list(); add <- function(name, value, se, df = NA) out[[length(out) + 1]] <<- data.frame(name = name, value = as.numeric(value), se = as.numeric(se), df = as.numeric(df))
cr2 <- function(name, model, groups, place) { t <- coef_test(model, vcovCR(model, cluster = groups, type = "CR2"), test = "Satterthwaite"); add(name, t$beta[place], t$SE[place], t[[intersect(c("df_Satt", "df"), names(t))]][place]) }
together <- function(parts) { v <- sapply(parts, function(p) p[2]^2); sum(v)^2 / sum(v^2 / sapply(parts, function(p) p[3])) }
# women less men in the second wave, groups in both
last <- long[long$wave == 1, ]; last$k <- as.integer(last$sex == "k")
for (v in c("y", "hit")) { cr2(paste("beside", v), lm(reformulate("k", v), last), last$group, 2)
  z <- svycontrast(svyby(reformulate(v), ~k, svydesign(~group, weights = ~weight, data = last), svymean, covmat = TRUE), c("0" = -1, "1" = 1)); add(paste("weighted groups beside", v), coef(z), SE(z), 8)
  parts <- lapply(1:0, function(s) { d <- svydesign(~1, weights = ~weight, data = last[last$k == s, ]); m <- svymean(reformulate(v), d); c(coef(m), SE(m), degf(d)) })
  add(paste("weighted beside", v), parts[[1]][1] - parts[[2]][1], sqrt(parts[[1]][2]^2 + parts[[2]][2]^2), together(parts)) }
# the project is groups 1 to 5, others are compared with it
side <- function(d) as.integer(d$group %in% paste0("g", 1:5)); people$side <- side(people); long$side <- side(long)
people$change <- people$after - people$before; people$improved <- as.integer(people$change > 0); people$hits <- (people$after >= 4) - (people$before >= 4)
for (v in c("change", "improved", "hits")) { cr2(paste("effect", v), lm(reformulate("side", v), people), people$group, 2)
  parts <- lapply(1:0, function(s) { d <- svydesign(~group, weights = ~weight, data = people[people$side == s, ]); m <- svymean(reformulate(v), d); c(coef(m), SE(m), degf(d)) })
  add(paste("weighted groups effect", v), parts[[1]][1] - parts[[2]][1], sqrt(parts[[1]][2]^2 + parts[[2]][2]^2), together(parts))
  parts <- lapply(1:0, function(s) { d <- svydesign(~1, weights = ~weight, data = people[people$side == s, ]); m <- svymean(reformulate(v), d); c(coef(m), SE(m), degf(d)) })
  add(paste("weighted effect", v), parts[[1]][1] - parts[[2]][1], sqrt(parts[[1]][2]^2 + parts[[2]][2]^2), together(parts)) }
cr2("effect by lot", lm(after ~ side + before, people), people$group, 2)
for (v in c("y", "hit")) { cr2(paste("effect of others", v), lm(reformulate("wave * side", v), long), long$group, 4)
  parts <- lapply(1:0, function(s) { d <- svydesign(~group, weights = ~weight, data = long[long$side == s, ]); z <- svycontrast(svyby(reformulate(v), ~wave, d, svymean, covmat = TRUE), c("0" = -1, "1" = 1)); c(coef(z), SE(z), degf(d)) })
  add(paste("weighted groups effect of others", v), parts[[1]][1] - parts[[2]][1], sqrt(parts[[1]][2]^2 + parts[[2]][2]^2), together(parts)) }
# cases of handlers closed within 20 days, some open when they were measured: pseudo-values of the share
cases$pseudo <- NA
for (w in 0:1) cases$pseudo[cases$wave == w] <- 1 - pseudo(survfit(Surv(days, shut) ~ 1, data = cases[cases$wave == w, ]), times = 20, type = "surv")
cr2("in time", lm(pseudo ~ wave, cases), cases$handler, 2)
for (w in 0:1) { d <- svydesign(~handler, weights = ~1, data = cases[cases$wave == w, ]); m <- svymean(~pseudo, d); p <- coef(m); half <- qt(.975, degf(d)) * SE(m) / (p * (1 - p)); add(paste("in time limits", w), plogis(qlogis(p) - half), plogis(qlogis(p) + half)); add(paste("in time", w), p, SE(m), degf(d)) }
write.csv(do.call(rbind, out), "reference.csv", row.names = FALSE, quote = FALSE)
