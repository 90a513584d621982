## goals
