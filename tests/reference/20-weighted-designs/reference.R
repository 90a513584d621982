# Rscript reference.R   (R 4.2, survey 4.1-1, jsonlite not needed); writes data.csv and reference.csv beside this file.
suppressMessages(library(survey)); options(digits = 17)
set.seed(20)
make <- function(wave, n, up) {
  stratum <- rep(c("a", "b", "c"), length.out = n); class <- paste0(stratum, (seq_len(n) - 1) %/% 3 %% 5)
  sex <- ifelse(runif(n) < ifelse(stratum == "a", .7, .4), "k", "m"); age <- sample(c("u", "v", "w"), n, TRUE)
  y <- pmin(5, pmax(1, round(3 + up + (sex == "k") * .5 + rnorm(15)[match(class, unique(class))] * .4 + rnorm(n))))
  data.frame(wave, stratum, class, sex, age, weight = round(c(a = 4, b = 2, c = 7)[stratum] + runif(n), 2), size = c(a = 12, b = 9, c = 20)[stratum], y, hit = as.integer(y >= 4))
}
d <- rbind(make("before", 60, 0), make("after", 75, .5)); write.csv(d, "data.csv", row.names = FALSE, quote = FALSE)
out <- list(); add <- function(name, ...) { v <- c(...); out[[length(out) + 1]] <<- data.frame(name = name, value = v[1], se = v[2], low = if (length(v) > 2) v[3] else NA, high = if (length(v) > 2) v[4] else NA) }
margins <- list(data.frame(sex = c("k", "m"), Freq = c(300, 260)), data.frame(age = c("u", "v", "w"), Freq = c(200, 180, 180)))
for (w in c("before", "after")) {
  x <- d[d$wave == w, ]
  plans <- list(weights = svydesign(~1, weights = ~weight, data = x), strata = svydesign(~1, strata = ~stratum, weights = ~weight, data = x),
    clusters = svydesign(~class, strata = ~stratum, weights = ~weight, data = x, nest = TRUE), finite = svydesign(~class, strata = ~stratum, weights = ~weight, fpc = ~size, data = x, nest = TRUE))
  plans$raked <- rake(plans$weights, list(~sex, ~age), margins, control = list(epsilon = 1e-12, maxit = 500))
  plans$post <- postStratify(plans$clusters, ~sex, margins[[1]])
  for (p in names(plans)) { g <- plans[[p]]; m <- svymean(~y, g); ci <- confint(m, df = degf(g)); add(paste(w, p, "mean"), coef(m), SE(m), ci)
    s <- svyciprop(~hit, g, method = "beta", df = degf(g)); add(paste(w, p, "share"), as.numeric(s), sqrt(as.numeric(attr(s, "var"))), attr(s, "ci")) }
}
both <- svydesign(~class, strata = ~paste(wave, stratum), weights = ~weight, data = transform(d, class = paste(wave, class)), nest = TRUE)
by <- svyby(~y + hit, ~wave, both, svymean, covmat = TRUE); co <- function(k) svycontrast(by, k)
for (v in c("y", "hit")) { k <- setNames(c(1, -1), paste0(c("after:", "before:"), v)); z <- co(list(k)); add(paste("difference", v), coef(z), SE(z))
  z <- co(parse(text = sprintf("log(`after:%s`/`before:%s`)", v, v))[[1]]); add(paste("log ratio", v), coef(z), SE(z)) }
write.csv(do.call(rbind, out), "reference.csv", row.names = FALSE, quote = FALSE)
