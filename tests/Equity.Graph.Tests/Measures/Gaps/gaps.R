# What the tests of gaps hold our answers against. R 4.2.2, no packages: Rscript gaps.R
options(digits = 12)

# Wilson's intervals as prop.test prints them, put together as Newcombe's method 10 says
newcombe <- function(a, m, b, n) {
  p <- a / m; q <- b / n
  one <- suppressWarnings(prop.test(a, m, correct = FALSE)$conf.int)
  two <- suppressWarnings(prop.test(b, n, correct = FALSE)$conf.int)
  c(p - q - sqrt((p - one[1])^2 + (two[2] - q)^2), p - q + sqrt((one[2] - p)^2 + (q - two[1])^2))
}
for (x in list(c(56, 70, 48, 80), c(9, 10, 3, 10), c(6, 7, 2, 7), c(5, 56, 0, 29), c(0, 10, 0, 20), c(0, 10, 0, 10), c(10, 10, 0, 20), c(10, 10, 0, 10)))
  cat("newcombe", x, format(newcombe(x[1], x[2], x[3], x[4]), nsmall = 4), "\n")

# Katz
log_ratio <- function(a, m, b, n) exp(log((a / m) / (b / n)) + c(-1, 1) * qnorm(0.975) * sqrt(1 / a - 1 / m + 1 / b - 1 / n))
cat("katz", log_ratio(189, 11034, 104, 11037), "\n")

# The line through fifths, from the least deprived (5) to the most deprived (1), and its ends' intervals by simulation, as PHEindicatormethods' phe_sii does
line <- function(some, all) {
  share <- rev(all) / sum(all)
  place <- cumsum(share) - share / 2
  fit <- lm(rev(some / all) ~ place, weights = share)
  ends <- predict(fit, data.frame(place = c(0, 1)))
  cat("slope", coef(fit)[2], "ratio", ends[2] / ends[1], "\n")
  set.seed(7)
  rate <- rev(some / all)
  made <- matrix(rnorm(1e6 * 5, rate, sqrt(rate * (1 - rate) / rev(all))), nrow = 5)
  X <- cbind(1, place)
  fits <- solve(t(X) %*% (share * X), t(X) %*% (share * made))
  cat("simulated slope", quantile(fits[2, ], c(0.025, 0.975)), "ratio", quantile((fits[1, ] + fits[2, ]) / fits[1, ], c(0.025, 0.975)), "\n")
}
line(c(216, 180, 130, 115, 90), c(1200, 1100, 1000, 1050, 900))
line(c(90, 41, 44, 60, 55), c(900, 400, 350, 400, 300))

# The line through sizes of a gap over twelve months
date <- seq(as.Date("2024-01-01"), by = "month", length.out = 12)
years <- as.numeric(date - date[1]) / 365.25
gap <- c(12, 13, 10, 11, 9, 10, 8, 9, 7, 6, 7, 5) / 100
cat("trend", coef(lm(gap ~ years))[2], confint(lm(gap ~ years))[2, ], "\n")
cat("t", qt(0.975, c(1, 2, 6, 10, 30)), "normal", qnorm(0.975), "\n")
