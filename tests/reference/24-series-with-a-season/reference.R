# Rscript reference.R   (R 4.2, nlme 3.1-162); reads data.csv, writes reference.csv beside this file.
suppressMessages(library(nlme)); options(digits = 15)
d <- read.csv("data.csv"); d$after <- as.integer(d$month >= 24); d$since <- pmax(0, d$month - 24); d$part <- factor(d$part)
m <- gls(value ~ month + after + since + part, d, correlation = corAR1(form = ~month), method = "REML", control = glsControl(tolerance = 1e-12, msTol = 1e-14, maxIter = 500))
t <- summary(m)$tTable[c("month", "after", "since"), ]
f <- anova(lm(value ~ month + after + since, d), lm(value ~ month + after + since + part, d))
write.csv(data.frame(name = c("slope before", "level change", "slope change", "memory", "season p"), value = c(t[, 1], coef(m$modelStruct$corStruct, unconstrained = FALSE), f[2, 6]), se = c(t[, 2], NA, NA)), "reference.csv", row.names = FALSE, quote = FALSE)
