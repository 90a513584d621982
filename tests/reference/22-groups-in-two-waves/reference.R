# Rscript reference.R   (R 4.2, survey 4.1-1, clubSandwich 0.5.8, survival 3.5-3); writes data.csv, answers.csv, cases.csv and reference.csv beside this file.
suppressMessages({library(survey); library(clubSandwich)}); options(digits = 17)
set.seed(22)
group <- paste0("g", rep(1:9, times = c(4, 9, 12, 7, 15, 6, 11, 8, 5))); n <- length(group)
sex <- ifelse(runif(n) < .65, "k", "m"); age <- sample(c("u", "v"), n, TRUE); weight <- round(1 + 3 * runif(n), 2)
lift <- rnorm(9, .5, .4)[match(group, unique(group))]; own <- rnorm(n)
answer <- function(x) pmin(5, pmax(1, round(x)))
before <- answer(2.6 + own + rnorm(n, 0, .6)); after <- answer(2.6 + lift + own + rnorm(n, 0, .6))
people <- data.frame(person = seq_len(n), group, sex, age, weight, before, after)
write.csv(people, "data.csv", row.names = FALSE, quote = FALSE)
long <- rbind(transform(people, wave = 0, y = before), transform(people, wave = 1, y = after)); long$hit <- as.integer(long$y >= 4)
long <- long[-c(3, 17, 30, 90, 100, 101), ]   # some answered once, or not at all
out <- list(); add <- function(name, value, se, df = NA) out[[length(out) + 1]] <<- data.frame(name = name, value = as.numeric(value), se = as.numeric(se), df = as.numeric(df))
cr2 <- function(name, model, groups, place) { t <- coef_test(model, vcovCR(model, cluster = groups, type = "CR2"), test = "Satterthwaite"); add(name, t$beta[place], t$SE[place], t[[intersect(c("df_Satt", "df"), names(t))]][place]) }
for (v in c("y", "hit")) cr2(paste("waves", v), lm(reformulate("wave", v), long), long$group, 2)
cr2("change", lm(after - before ~ 1, people), people$group, 1); cr2("improved", lm(as.numeric(after > before) ~ 1, people), people$group, 1)
margins <- list(data.frame(sex = c("k", "m"), Freq = c(90, 110)), data.frame(age = c("u", "v"), Freq = c(120, 80)))
add_mean <- function(name, design, f) { m <- svymean(f, design); add(name, coef(m)[1], SE(m)[1], degf(design)) }
rate <- function(design, v, name) { by <- svyby(reformulate(v), ~wave, design, svymean, covmat = TRUE)
  z <- svycontrast(by, c("0" = -1, "1" = 1)); add(paste(name, "difference", v), coef(z), SE(z), degf(design))
  z <- svycontrast(by, quote(log(`1` / `0`))); add(paste(name, "log ratio", v), coef(z), SE(z), degf(design)) }
for (v in c("y", "hit")) {
  rate(svydesign(~group, weights = ~weight, data = long), v, "weighted groups")
  rate(svydesign(~person, weights = ~weight, data = long), v, "weighted people")
  rate(svydesign(~group, weights = ~1, data = long), v, "groups")
}
people$change <- people$after - people$before; people$improved <- as.integer(people$change > 0)
kinds <- list(people = svydesign(~1, weights = ~1, data = people), groups = svydesign(~group, weights = ~weight, data = people))
for (k in names(kinds)) { raked <- rake(kinds[[k]], list(~sex, ~age), margins, control = list(epsilon = 1e-13, maxit = 900))
  for (v in c("change", "improved", "after")) add_mean(paste("raked", k, v), raked, reformulate(v)) 
  s <- svyciprop(~improved, raked, method = "beta", df = degf(raked)); ci <- attr(s, "ci"); add(paste("raked", k, "limits"), ci[1], ci[2]) }
# both waves to the same margins, as two independent samples
one <- function(w) rake(svydesign(~1, weights = ~1, data = long[long$wave == w, ]), list(~sex, ~age), margins, control = list(epsilon = 1e-13, maxit = 900))
for (v in c("y", "hit")) { f <- reformulate(v); b <- svymean(f, one(0)); a <- svymean(f, one(1)); add(paste("raked waves", v), coef(a) - coef(b), sqrt(SE(a)^2 + SE(b)^2)) }
# one column whose sizes are known: strata, with and without what is left of the population
sizes <- c(k = 90, m = 110); people$size <- sizes[people$sex]; people$stands <- people$size / table(people$sex)[people$sex]
add_mean("strata change", svydesign(~1, strata = ~sex, weights = ~stands, data = people), ~change)
finite <- svydesign(~1, strata = ~sex, weights = ~stands, fpc = ~size, data = people); add_mean("finite strata improved", finite, ~improved)
s <- svyciprop(~improved, finite, method = "beta", df = degf(finite)); ci <- attr(s, "ci"); add("finite strata limits", ci[1], ci[2])
# over groups: limits of a share (logit), the logarithm of a ratio (delta method on CR2), one wave by itself
limits <- function(name, v, data, design) { s <- svyciprop(reformulate(v), design, method = "logit", df = degf(design)); ci <- attr(s, "ci"); add(name, ci[1], ci[2]) }
limits("groups improved limits", "improved", people, svydesign(~group, weights = ~1, data = people))
last <- long[long$wave == 1, ]; limits("groups after limits", "hit", last, svydesign(~group, weights = ~1, data = last))
s <- svyciprop(~hit, svydesign(~group, weights = ~weight, data = last), method = "beta", df = 8); ci <- attr(s, "ci"); add("weighted groups after limits", ci[1], ci[2])
for (v in c("y", "hit")) { m <- lm(reformulate("0 + factor(wave)", v), long); V <- vcovCR(m, cluster = long$group, type = "CR2"); b <- coef(m); g <- c(-1 / b[1], 1 / b[2]); add(paste("cr2 log ratio", v), log(b[2] / b[1]), sqrt(t(g) %*% V %*% g)) }
# cases of handlers, some open when they were measured: pseudo-values of the mean of at most 60 days
suppressMessages(library(survival)); n <- 90
make <- function(wave, opened, measured, up) { handler <- paste0("h", 1 + (seq_len(n) * 7) %% 8); opened <- as.Date(opened) + sample(0:27, n, TRUE)
  days <- pmax(1, round(exp(3.3 + up + rnorm(8, 0, .3)[as.integer(factor(handler))] + rnorm(n, 0, .7)))); seen <- as.integer(as.Date(measured) - opened)
  data.frame(wave, handler, opened, closed = ifelse(days <= seen, format(opened + days), ""), days = pmin(days, seen), shut = as.integer(days <= seen)) }
cases <- rbind(make(0, "2024-01-01", "2024-04-05", 0), make(1, "2025-01-01", "2025-04-05", -.3)); write.csv(cases, "cases.csv", row.names = FALSE, quote = FALSE)
cases$pseudo <- NA
for (w in 0:1) cases$pseudo[cases$wave == w] <- pseudo(survfit(Surv(days, shut) ~ 1, data = cases[cases$wave == w, ]), times = 60, type = "RMST")
cr2("handlers", lm(pseudo ~ wave, cases), cases$handler, 2)
write.csv(long[c("person", "group", "sex", "age", "weight", "wave", "y", "hit")], "answers.csv", row.names = FALSE, quote = FALSE)
write.csv(do.call(rbind, out), "reference.csv", row.names = FALSE, quote = FALSE)
