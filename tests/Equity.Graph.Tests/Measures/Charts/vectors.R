# Prints the vectors of xmr.csv, run.csv, p.csv and p_prime.csv beside this file with the published packages' own functions.
#   Rscript vectors.R FOLDER METHOD > METHOD.csv      METHOD: xmr, run, p or p_prime
# FOLDER holds ptd.R (of NHSRplotthedots 0.2.2: ptd_spc_standard.R, without its renaming of columns, and ptd_calculate_point_type.R) and qic.R (of qicharts2 0.8.1: helper.functions.R,
# with the option qic.screenedmr that attaching the package sets). Made with R 4.2.2 and dplyr 1.0.10.
suppressPackageStartupMessages(library(dplyr))
arguments <- commandArgs(trailingOnly = TRUE)
method <- arguments[[2]]
source(file.path(arguments[[1]], if (method == "xmr") "ptd.R" else "qic.R"))
set.seed(7)

# Whole numbers, so that ties come; some series shift, drift, have an odd point, gaps, a new start or a baseline.
series <- function(case) {
  n <- sample(12:36, 1)
  y <- round(rnorm(n, 50, sample(c(2, 5, 10), 1)))
  if (case %% 4 == 1) y[(n %/% 2):n] <- y[(n %/% 2):n] + sample(c(-8, 8), 1)
  if (case %% 4 == 2) y[3:12] <- cumsum(c(y[3], sample(c(1, 2, 4), 9, replace = TRUE, prob = c(5, 5, 2)))) * sample(c(-1, 1), 1)
  if (case %% 8 == 6) y[8] <- y[7]
  if (case %% 4 == 3) y[sample(n, 1)] <- 95
  if (case %% 5 == 0) y[sample(n, 2)] <- NA
  if (method == "xmr") y else pmax(y, 1)
}
# Flags as 0 and 1; the package's NA, where a window holds a gap, is no flag.
flag <- function(x) as.integer(!is.na(x) & x != 0)
number <- function(x) ifelse(is.na(x), "", trimws(formatC(x, digits = 13, format = "g")))

xmr <- function(case) {
  y <- series(case)
  n <- length(y)
  rebase <- rep(0, n)
  if (case %% 6 == 4) rebase[n %/% 2 + 1] <- 1
  fixed <- if (case %% 6 == 5) 10 else NULL
  d <- ptd_spc_standard(data.frame(f = 1, x = 1:n, y = y, rebase = rebase), list(fix_after_n_points = fixed, screen_outliers = TRUE))
  # A gap within six steps one way stops the package with an error: the trend is then counted in the stretches between the gaps.
  trend <- function(y) tryCatch(ptd_seven_point_trend(y), error = function(e) {
    stretches <- split(seq_along(y)[!is.na(y)], cumsum(is.na(y))[!is.na(y)])
    found <- numeric(length(y))
    for (at in stretches) found[at] <- ptd_seven_point_trend(y[at])
    found
  })
  d %>% mutate(
    trend = flag(ptd_part_of_seven_trend(trend(y))),
    two = flag(ptd_part_of_two_in_three(ptd_two_in_three(close_to_limits, relative_to_mean), close_to_limits)),
    shift = flag(ptd_part_of_seven_trend(ptd_seven_point_one_side_mean(relative_to_mean)))) %>%
    ungroup() %>%
    transmute(case = case, numerator = number(y), denominator = 1, rebase = rebase, baseline = if (is.null(fixed)) "" else fixed,
      centre = number(mean_col), lower = number(lpl), upper = number(upl), outside = flag(outside_limits), trend, two, shift)
}

others <- function(case) {
  y <- series(case)
  n <- length(y)
  whole <- if (method == "run") rep(1, n) else ceiling(y * runif(n, 1.2, if (case %% 3 == 0) 40 else 4))
  part <- if (case %% 6 == 4) rep(1:2, c(n %/% 2, n - n %/% 2)) else rep(1, n)
  fixed <- if (case %% 6 == 5) 10 else Inf
  d <- data.frame(x = 1:n, y = y / whole, y.sum = y, n = ifelse(is.na(y), 0, whole), cl = NA, baseline = 1:n <= fixed, include = TRUE)
  chart <- list(run = qic.run, p = qic.p, p_prime = qic.pp)[[method]]
  do.call(rbind, lapply(split(d, part), function(x) runs.analysis(chart(x)))) %>%
    transmute(case = case, numerator = number(y.sum), denominator = ifelse(is.na(y), "", whole), rebase = as.integer(x > 1 & c(0, diff(part)) > 0),
      baseline = if (is.finite(fixed)) fixed else "", centre = number(cl), lower = number(ifelse(is.finite(lcl), lcl, NA)),
      upper = number(ifelse(is.finite(ucl), ucl, NA)), outside = flag(y > ucl | y < lcl), useful = n.useful, longest = longest.run,
      longest_usual = longest.run.max, crossings = n.crossings, crossings_usual = n.crossings.min)
}

write.csv(do.call(rbind, lapply(1:30, if (method == "xmr") xmr else others)), row.names = FALSE, quote = FALSE)
