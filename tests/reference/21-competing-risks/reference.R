# Rscript reference.R   (R 4.2, survival 3.5-3); writes data.csv and reference.csv beside this file.
suppressMessages(library(survival)); options(digits = 17); set.seed(21); n <- 90
t1 <- ceiling(rexp(n, 1/30)); t2 <- ceiling(rexp(n, 1/80)); c <- ceiling(runif(n, 10, 120)); days <- pmin(t1, t2, c)
ended <- ifelse(days == t1 & t1 <= c, 1, ifelse(days == t2 & t2 <= c, 2, 0)); d <- data.frame(days, ended); write.csv(d, "data.csv", row.names = FALSE)
s <- summary(survfit(Surv(days, factor(ended, 0:2, c("open", "closed", "withdrawn"))) ~ 1, d, conf.type = "log-log"), times = c(5, 20, 45, 80))
write.csv(data.frame(day = s$time, value = s$pstate[, 2], se = s$std.err[, 2]), "reference.csv", row.names = FALSE)
